import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { api, read, keepCsrfToken } from '@/lib/api-client'
import type { components } from '@/lib/api-types'
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

export type Right = components['schemas']['Right']

/** Tells if the signed-in user has a right; controls that need it are hidden without it. */
export const useMay = (right: Right) => useSuspenseQuery(sessionQuery).data?.rights.includes(right) ?? false

/** Tells if names, phones and messages of leads are hidden from the signed-in user. */
export const useHidesContacts = () => useSuspenseQuery(sessionQuery).data?.hide_contacts ?? false

/** Tells the first start: no administrator yet. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => read(api.GET('/api/setup', { signal })),
})
