import { queryOptions } from '@tanstack/react-query'
import type { Interval } from '@/components/trend/search'
import { ofSameAccount } from '@/lib/analytics'
import { api, read } from '@/lib/api-client'
import type { FigureRequest } from '@/lib/figures'

export const trendsQuery = (request: FigureRequest, interval: Interval) =>
  queryOptions({
    queryKey: ['account', request.userAccountId, 'analytics', 'trends', interval, request],
    queryFn: ({ signal }) =>
      read(api.GET('/api/analytics/trends', { params: { query: { ...request, interval } }, signal })),
    placeholderData: ofSameAccount(request),
  })
