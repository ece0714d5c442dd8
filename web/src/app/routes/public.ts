import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '@/app/routes/root'

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('@/features/people/SetupPage'), 'SetupPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Only a path of this app: no open redirect after signing in.
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {},
  component: lazyRouteComponent(() => import('@/features/people/SignInPage'), 'SignInPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('@/features/people/InvitationPage'), 'InvitationPage'),
})

const shared = createRoute({
  getParentRoute: () => root,
  path: '/s/$token',
  component: lazyRouteComponent(() => import('@/features/shared/SharedPage'), 'SharedPage'),
})

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$code',
  component: lazyRouteComponent(() => import('@/features/people/UnsubscribePage'), 'UnsubscribePage'),
})

/** Routes without sign-in. */
export const publicRoutes = [setup, signIn, invitation, shared, unsubscribe]
