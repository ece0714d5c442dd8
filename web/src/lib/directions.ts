import { queryOptions } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'

export const directionsQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'directions'],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/directions', { params: { query: { userAccountId: accountId, limit: 500 } }, signal }),
      ),
    select: (page) => page.items,
  })
