import { queryOptions } from '@tanstack/react-query'
import { ofSameAccount } from '@/lib/analytics'
import { api, read } from '@/lib/api-client'
import type { FigureRequest } from '@/lib/figures'

export const evidenceQuery = (userAccountId: string, id: string) =>
  queryOptions({
    queryKey: ['account', userAccountId, 'analytics', 'evidence', id],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/analytics/creatives/{id}/evidence', {
          params: { path: { id }, query: { userAccountId } },
          signal,
        }),
      ),
  })

export const lossReasonsQuery = (request: FigureRequest) =>
  queryOptions({
    queryKey: ['account', request.userAccountId, 'analytics', 'loss-reasons', request],
    queryFn: ({ signal }) =>
      read(api.GET('/api/analytics/loss-reasons', { params: { query: request }, signal })),
    placeholderData: ofSameAccount(request),
  })
