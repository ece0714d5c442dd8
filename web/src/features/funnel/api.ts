import { queryOptions } from '@tanstack/react-query'
import { ofSameAccount } from '@/lib/analytics'
import { api, read } from '@/lib/api-client'
import type { FigureRequest } from '@/lib/figures'

export const timeInStageQuery = (request: FigureRequest, pipelineId: number) =>
  queryOptions({
    queryKey: ['account', request.userAccountId, 'analytics', 'time-in-stage', pipelineId, request],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/analytics/time-in-stage', { params: { query: { ...request, pipelineId } }, signal }),
      ),
    placeholderData: ofSameAccount(request),
  })
