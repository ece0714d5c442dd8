import { queryOptions } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'
import type { Period } from '@/lib/period'

export type AccountRow = components['schemas']['AccountRow']

/** The figures of every account of the signed-in user. */
export const accountsQuery = (period: Period) =>
  queryOptions({
    queryKey: ['accounts', period],
    queryFn: ({ signal }) => read(api.GET('/api/analytics/accounts', { params: { query: period }, signal })),
    select: ({ accounts }) => accounts,
    placeholderData: (before) => before,
  })
