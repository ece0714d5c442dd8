import type { FigureRequest } from '@/lib/figures'

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

/** The search of the list of leads that a figure is made of: those with a deal that is not deleted. */
export function leadsBehind(request: FigureRequest, part: LeadsPart = {}) {
  const { from, to, directionId, creativeId, mode, days } = request
  const period = from || to ? undefined : ('all' as const)
  return { from, to, period, directionId, creativeId, mode, days, counted: true as const, ...part }
}
