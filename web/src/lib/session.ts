import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { api, read, keepCsrfToken } from '@/lib/api-client'
import { ApiError } from '@/lib/problem'

/** The current session; null when signed out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    try {
      const session = await read(api.GET('/api/session', { signal }))
      keepCsrfToken(session.csrf_token)
      return session
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null
      throw error
    }
  },
  staleTime: 5 * 60_000,
})

export type Session = NonNullable<Awaited<ReturnType<NonNullable<typeof sessionQuery.queryFn>>>>

/** Members work in their accounts; settings, connection, keys and users are for administrators. */
export const useIsAdministrator = () => useSuspenseQuery(sessionQuery).data?.role === 'admin'

/** Tells the first start: no administrator yet. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => read(api.GET('/api/setup', { signal })),
})
