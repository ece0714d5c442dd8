import { queryOptions } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'
import type { asRequest } from '@/lib/filter'

type Schemas = components['schemas']
export type CreativeRow = Schemas['CreativeRow']
export type Coverage = Schemas['CreativeCoverage']
export type FunnelStage = Schemas['FunnelStage']
export type Pipeline = Schemas['PipelineView']

/** What figures are asked for: the filter of the address, of one account. */
export type FigureRequest = { userAccountId: string } & ReturnType<typeof asRequest>

/** Leads that no creative is known for stand under this name. */
export const unknownCreative = 'unknown'

/** A figure keeps its last value while that of another period is on its way; never that of another account. */
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

/** The stages of the account as the last sync left them. */
export const knownPipelinesQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'known-pipelines'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/amocrm/pipelines', { params: { query: { userAccountId: accountId } }, signal })),
    select: (answer) => answer.pipelines,
  })

/** amoCRM's own stage of deals that were lost, in every pipeline. */
export const lostStatus = 143

/** Whether a stage is one of the way to a sale: neither what nobody has accepted yet, nor the end of what was lost. */
export const isStep = (stage: FunnelStage) => !stage.is_incoming && stage.status_id !== lostStatus
