import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { RouteFailure } from '@/app/Fallbacks'
import { root } from '@/app/routes/root'
import { Shell } from '@/app/Shell'
import { readAccountList } from '@/features/accounts/search'
import { sessionQuery, setupQuery } from '@/lib/session'

/** The parent of every route that needs a session. */
export const signedIn = createRoute({
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

/** The return address of amoCRM's OAuth consent. */
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

const accounts = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts',
  validateSearch: readAccountList,
  component: lazyRouteComponent(() => import('@/features/accounts/AccountsPage'), 'AccountsPage'),
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

/** Routes outside a single account. */
export const commonRoutes = [start, returned, accounts, newAccount, archive, users, password]
