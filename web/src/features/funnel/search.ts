export interface FunnelView {
  pipelineId?: number
  /** Where leads stand now, instead of what they reached. */
  view?: 'now'
}

export const readFunnelView = (search: Record<string, unknown>): FunnelView => ({
  pipelineId: typeof search.pipelineId === 'number' ? search.pipelineId : undefined,
  view: search.view === 'now' ? 'now' : undefined,
})
