import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { RouteFailure } from '@/app/Fallbacks'
import { accountRoutes } from '@/app/routes/account'
import { publicRoutes } from '@/app/routes/public'
import { root } from '@/app/routes/root'
import { commonRoutes, signedIn } from '@/app/routes/signed-in'
import { LoadingScreen } from '@/components/States'

const routeTree = root.addChildren([...publicRoutes, signedIn.addChildren([...commonRoutes, accountRoutes])])

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
