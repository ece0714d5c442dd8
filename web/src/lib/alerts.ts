import { queryOptions } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'

/** The current alerts of an account. */
export const alertsQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'alerts'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/alerts', { params: { query: { userAccountId: accountId } }, signal })),
    select: (page) => page.items,
  })
