import {
  IconAd2,
  IconArrowsExchange,
  IconChartBar,
  IconCoins,
  IconFilter,
  IconHelpCircle,
  IconLayoutKanban,
  IconRefresh,
  IconSettings,
  IconTags,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react'

/** The pages of an account, as the menu groups them, each with the right that it needs. */
export const navigation = [
  {
    group: 'analytics',
    pages: [
      { page: 'overview', to: '/a/$accountId/overview', icon: IconChartBar, right: 'read' },
      { page: 'creatives', to: '/a/$accountId/creatives', icon: IconAd2, right: 'read' },
      { page: 'sources', to: '/a/$accountId/sources', icon: IconTags, right: 'read' },
      { page: 'funnel', to: '/a/$accountId/funnel', icon: IconFilter, right: 'read' },
      { page: 'spend', to: '/a/$accountId/spend', icon: IconCoins, right: 'read' },
      { page: 'howWeCount', to: '/a/$accountId/how-we-count', icon: IconHelpCircle, right: 'read' },
    ],
  },
  {
    group: 'crm',
    pages: [
      { page: 'leads', to: '/a/$accountId/leads', icon: IconUsersGroup, right: 'read' },
      { page: 'pipelines', to: '/a/$accountId/pipelines', icon: IconLayoutKanban, right: 'read' },
      { page: 'matches', to: '/a/$accountId/matches', icon: IconArrowsExchange, right: 'work' },
    ],
  },
  {
    group: 'operations',
    pages: [
      { page: 'webhooks', to: '/a/$accountId/webhooks', icon: IconWebhook, right: 'work' },
      { page: 'runs', to: '/a/$accountId/runs', icon: IconRefresh, right: 'read' },
      { page: 'settings', to: '/a/$accountId/settings', icon: IconSettings, right: 'work' },
    ],
  },
] as const
