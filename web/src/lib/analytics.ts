import { queryOptions } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { FigureRequest } from '@/lib/figures'

/** Keeps the last figures while another period loads, but never those of another account. */
export const ofSameAccount =
  (request: FigureRequest) =>
  <T>(before: T | undefined, query?: { queryKey: readonly unknown[] }) =>
    query?.queryKey[1] === request.userAccountId ? before : undefined

export const creativeFiguresQuery = (request: FigureRequest) =>
  queryOptions({
    queryKey: ['account', request.userAccountId, 'analytics', 'creatives', request],
    queryFn: ({ signal }) =>
      read(api.GET('/api/analytics/creatives', { params: { query: request }, signal })),
    placeholderData: ofSameAccount(request),
  })

export const maturityQuery = (request: FigureRequest) =>
  queryOptions({
    queryKey: ['account', request.userAccountId, 'analytics', 'maturity', request],
    queryFn: ({ signal }) => read(api.GET('/api/analytics/maturity', { params: { query: request }, signal })),
    placeholderData: ofSameAccount(request),
  })

export const funnelQuery = (request: FigureRequest, pipelineId: number) =>
  queryOptions({
    queryKey: ['account', request.userAccountId, 'analytics', 'funnel', pipelineId, request],
    queryFn: ({ signal }) =>
      read(api.GET('/api/analytics/funnel', { params: { query: { ...request, pipelineId } }, signal })),
    placeholderData: ofSameAccount(request),
  })

export const summaryQuery = (request: FigureRequest) =>
  queryOptions({
    queryKey: ['account', request.userAccountId, 'analytics', 'summary', request],
    queryFn: ({ signal }) => read(api.GET('/api/analytics/summary', { params: { query: request }, signal })),
    placeholderData: ofSameAccount(request),
  })
