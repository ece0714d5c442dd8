import { queryOptions } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'

/** The deals that count as leads, and the meaning of their fields. */
export const attributionQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'attribution'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/user-accounts/{id}/attribution', { params: { path: { id: accountId } }, signal })),
  })
