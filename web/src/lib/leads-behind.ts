import type { FigureRequest } from '@/lib/figures'

/** The extra conditions of a figure, besides its filter. */
export interface LeadsPart {
  from?: string
  to?: string
  directionId?: string
  creativeId?: string
  isQualified?: boolean
  won?: boolean
  pipelineId?: number
  statusId?: number
  reachedOrPassedStatusId?: number
  lostFromStatusId?: number
}

/** The search parameters of the leads behind a figure: those with a deal that is not deleted. */
export function leadsBehind(request: FigureRequest, part: LeadsPart = {}) {
  const { from, to, directionId, creativeId, mode, days } = request
  const period = from || to ? undefined : ('all' as const)
  return { from, to, period, directionId, creativeId, mode, days, counted: true as const, ...part }
}
