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

/** The pages of an account, as the menu groups them. */
export const navigation = [
  {
    group: 'analytics',
    pages: [
      { page: 'overview', to: '/a/$accountId/overview', icon: IconChartBar },
      { page: 'creatives', to: '/a/$accountId/creatives', icon: IconAd2 },
      { page: 'sources', to: '/a/$accountId/sources', icon: IconTags },
      { page: 'funnel', to: '/a/$accountId/funnel', icon: IconFilter },
      { page: 'spend', to: '/a/$accountId/spend', icon: IconCoins },
      { page: 'howWeCount', to: '/a/$accountId/how-we-count', icon: IconHelpCircle },
    ],
  },
  {
    group: 'crm',
    pages: [
      { page: 'leads', to: '/a/$accountId/leads', icon: IconUsersGroup },
      { page: 'pipelines', to: '/a/$accountId/pipelines', icon: IconLayoutKanban },
      { page: 'matches', to: '/a/$accountId/matches', icon: IconArrowsExchange },
    ],
  },
  {
    group: 'operations',
    pages: [
      { page: 'webhooks', to: '/a/$accountId/webhooks', icon: IconWebhook },
      { page: 'runs', to: '/a/$accountId/runs', icon: IconRefresh },
      { page: 'settings', to: '/a/$accountId/settings', icon: IconSettings },
    ],
  },
] as const
