/** What a list of leads is narrowed to, beside the filter of all pages. */
export interface LeadList {
  creativeId?: string
  pipelineId?: number
  statusId?: number
  isQualified?: boolean
  won?: boolean
  search?: string
}

const number = (value: unknown) => (typeof value === 'number' && Number.isInteger(value) ? value : undefined)
const flag = (value: unknown) => (typeof value === 'boolean' ? value : undefined)
const text = (value: unknown) =>
  value === undefined || value === '' ? undefined : String(value).slice(0, 200)

export const readLeadList = (search: Record<string, unknown>): LeadList => ({
  creativeId: text(search.creativeId),
  pipelineId: number(search.pipelineId),
  statusId: number(search.statusId),
  isQualified: flag(search.isQualified),
  won: flag(search.won),
  search: text(search.search),
})
