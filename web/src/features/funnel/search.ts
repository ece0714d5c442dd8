export interface FunnelView {
  pipelineId?: number
  /** Shows current stages instead of stages reached. */
  view?: 'now'
}

export const readFunnelView = (search: Record<string, unknown>): FunnelView => ({
  pipelineId: typeof search.pipelineId === 'number' ? search.pipelineId : undefined,
  view: search.view === 'now' ? 'now' : undefined,
})
