import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { NotFound, RouteFailure } from '@/app/Fallbacks'
import { Shell } from '@/app/Shell'
import { LoadingScreen } from '@/components/States'
import { readComparison, readCreativeTable } from '@/features/creatives/search'
import { readFunnelView } from '@/features/funnel/search'
import { readLeadList } from '@/features/leads/search'
import { readOverview } from '@/features/overview/search'
import { readSettingsView } from '@/features/settings/search'
import { readDeliveryList } from '@/features/webhooks/search'
import { accountQuery } from '@/lib/account'
import { keptParts, readFilter } from '@/lib/filter'
import { sessionQuery, setupQuery } from '@/lib/session'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFound,
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('@/features/people/SetupPage'), 'SetupPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Only a path of ours: an address from elsewhere must not lead away after signing in.
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {},
  component: lazyRouteComponent(() => import('@/features/people/SignInPage'), 'SignInPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('@/features/people/InvitationPage'), 'InvitationPage'),
})

/** Everything but signing in needs a person. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (session) return { session }
    const { needs_administrator } = await queryClient.fetchQuery(setupQuery)
    throw needs_administrator
      ? redirect({ to: '/setup' })
      : redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
  },
  component: Shell,
  errorComponent: RouteFailure,
})

const lastAccount = (accounts: readonly { id: string }[]) => {
  const last = localStorage.getItem('account')
  return (accounts.find((account) => account.id === last) ?? accounts[0])?.id
}

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    const accountId = lastAccount(session.accounts)
    throw accountId
      ? redirect({ to: '/a/$accountId/overview', params: { accountId } })
      : redirect({ to: '/accounts/new' })
  },
})

/** Where amoCRM's consent leads back to, for the account that was being connected. */
const returned = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>) => ({
    connected: search.connected === undefined ? undefined : true,
    error: typeof search.error === 'string' ? search.error : undefined,
    userAccountId: typeof search.userAccountId === 'string' ? search.userAccountId : undefined,
  }),
  beforeLoad: ({ context: { session }, search: { userAccountId, ...outcome } }) => {
    const accountId = userAccountId ?? lastAccount(session.accounts)
    throw accountId
      ? redirect({ to: '/a/$accountId/settings', params: { accountId }, search: outcome })
      : redirect({ to: '/accounts/new' })
  },
})

const newAccount = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts/new',
  component: lazyRouteComponent(() => import('@/features/settings/NewAccountPage'), 'NewAccountPage'),
})

const archive = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts/archive',
  component: lazyRouteComponent(() => import('@/features/settings/ArchivePage'), 'ArchivePage'),
})

const users = createRoute({
  getParentRoute: () => signedIn,
  path: '/users',
  component: lazyRouteComponent(() => import('@/features/people/UsersPage'), 'UsersPage'),
})

const password = createRoute({
  getParentRoute: () => signedIn,
  path: '/password',
  component: lazyRouteComponent(() => import('@/features/people/PasswordPage'), 'PasswordPage'),
})

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

const overview = createRoute({
  getParentRoute: () => account,
  path: '/overview',
  validateSearch: readOverview,
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

const funnel = createRoute({
  getParentRoute: () => account,
  path: '/funnel',
  validateSearch: readFunnelView,
  component: lazyRouteComponent(() => import('@/features/funnel/FunnelPage'), 'FunnelPage'),
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

const routeTree = root.addChildren([
  setup,
  signIn,
  invitation,
  signedIn.addChildren([
    start,
    returned,
    newAccount,
    archive,
    users,
    password,
    account.addChildren([
      overview,
      creatives,
      comparison,
      funnel,
      pipelines,
      leads,
      lead,
      matches,
      webhooks,
      delivery,
      runs,
      settings,
    ]),
  ]),
])

export const newRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0, // the queries know how fresh they are
    defaultPendingComponent: LoadingScreen,
    defaultErrorComponent: RouteFailure,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}
