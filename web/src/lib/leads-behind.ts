import type { FigureRequest } from '@/lib/analytics'

/** What a figure counts beside the filter that it was asked with. */
export interface LeadsPart {
  from?: string
  to?: string
  creativeId?: string
  isQualified?: boolean
  won?: boolean
  pipelineId?: number
  statusId?: number
  reachedOrPassedStatusId?: number
  lostFromStatusId?: number
}

/** The search of the list of leads that a figure is made of. */
export function leadsBehind({ userAccountId: _, ...request }: FigureRequest, part: LeadsPart = {}) {
  const period = request.from || request.to ? {} : { period: 'all' as const }
  return { ...request, ...period, ...part }
}
