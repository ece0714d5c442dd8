import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router'
import { RouteFailure } from '@/app/Fallbacks'
import { signedIn } from '@/app/routes/signed-in'
import { readTrend } from '@/components/trend/search'
import { readComparison, readCreativeTable } from '@/features/creatives/search'
import { readFunnelView } from '@/features/funnel/search'
import { readLeadList } from '@/features/leads/search'
import { readSettingsView } from '@/features/settings/search'
import { readSpendList } from '@/features/spend/search'
import { readDeliveryList } from '@/features/webhooks/search'
import { accountQuery } from '@/lib/account'
import { keptParts, readFilter } from '@/lib/filter'

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/a/$accountId',
  validateSearch: readFilter,
  search: { middlewares: [retainSearchParams([...keptParts])] },
  beforeLoad: async ({ context: { queryClient }, params: { accountId } }) => {
    await queryClient.ensureQueryData(accountQuery(accountId))
    localStorage.setItem('account', accountId)
  },
  errorComponent: RouteFailure,
})

/** The address of an account alone. */
const start = createRoute({
  getParentRoute: () => account,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/a/$accountId/overview', params })
  },
})

const overview = createRoute({
  getParentRoute: () => account,
  path: '/overview',
  validateSearch: readTrend,
  component: lazyRouteComponent(() => import('@/features/overview/OverviewPage'), 'OverviewPage'),
})

const creatives = createRoute({
  getParentRoute: () => account,
  path: '/creatives',
  validateSearch: readCreativeTable,
  component: lazyRouteComponent(() => import('@/features/creatives/CreativesPage'), 'CreativesPage'),
})

const comparison = createRoute({
  getParentRoute: () => account,
  path: '/creatives/compare',
  validateSearch: readComparison,
  component: lazyRouteComponent(() => import('@/features/creatives/ComparisonPage'), 'ComparisonPage'),
})

const creative = createRoute({
  getParentRoute: () => account,
  path: '/creatives/$creativeId',
  validateSearch: readTrend,
  component: lazyRouteComponent(() => import('@/features/creatives/page/CreativePage'), 'CreativePage'),
})

const sources = createRoute({
  getParentRoute: () => account,
  path: '/sources',
  component: lazyRouteComponent(() => import('@/features/sources/SourcesPage'), 'SourcesPage'),
})

const funnel = createRoute({
  getParentRoute: () => account,
  path: '/funnel',
  validateSearch: readFunnelView,
  component: lazyRouteComponent(() => import('@/features/funnel/FunnelPage'), 'FunnelPage'),
})

const spend = createRoute({
  getParentRoute: () => account,
  path: '/spend',
  validateSearch: readSpendList,
  component: lazyRouteComponent(() => import('@/features/spend/SpendPage'), 'SpendPage'),
})

const howWeCount = createRoute({
  getParentRoute: () => account,
  path: '/how-we-count',
  component: lazyRouteComponent(() => import('@/features/explained/HowWeCountPage'), 'HowWeCountPage'),
})

const pipelines = createRoute({
  getParentRoute: () => account,
  path: '/pipelines',
  component: lazyRouteComponent(() => import('@/features/pipelines/PipelinesPage'), 'PipelinesPage'),
})

const leads = createRoute({
  getParentRoute: () => account,
  path: '/leads',
  validateSearch: readLeadList,
  component: lazyRouteComponent(() => import('@/features/leads/LeadsPage'), 'LeadsPage'),
})

const lead = createRoute({
  getParentRoute: () => account,
  path: '/leads/$leadId',
  component: lazyRouteComponent(() => import('@/features/leads/LeadPage'), 'LeadPage'),
})

const matches = createRoute({
  getParentRoute: () => account,
  path: '/matches',
  component: lazyRouteComponent(() => import('@/features/matches/MatchesPage'), 'MatchesPage'),
})

const webhooks = createRoute({
  getParentRoute: () => account,
  path: '/webhooks',
  validateSearch: readDeliveryList,
  component: lazyRouteComponent(() => import('@/features/webhooks/WebhooksPage'), 'WebhooksPage'),
})

const delivery = createRoute({
  getParentRoute: () => account,
  path: '/webhooks/$deliveryId',
  component: lazyRouteComponent(() => import('@/features/webhooks/DeliveryPage'), 'DeliveryPage'),
})

const runs = createRoute({
  getParentRoute: () => account,
  path: '/runs',
  component: lazyRouteComponent(() => import('@/features/runs/RunsPage'), 'RunsPage'),
})

const settings = createRoute({
  getParentRoute: () => account,
  path: '/settings',
  validateSearch: readSettingsView,
  component: lazyRouteComponent(() => import('@/features/settings/SettingsPage'), 'SettingsPage'),
})

/** The pages of one account. */
export const accountRoutes = account.addChildren([
  start,
  overview,
  creatives,
  comparison,
  creative,
  sources,
  funnel,
  spend,
  howWeCount,
  pipelines,
  leads,
  lead,
  matches,
  webhooks,
  delivery,
  runs,
  settings,
])
