import type { components } from '@/lib/api-types'

type Push = components['schemas']['AmoPush']
const pushes: readonly Push[] = ['not_needed', 'pending', 'sent', 'failed']

/** The filter of the list, besides that of all pages. */
export interface LeadList {
  creativeId?: string
  pipelineId?: number
  statusId?: number
  /** Stage filters of figures: entered, reached or passed, lost from. */
  reachedStatusId?: number
  reachedOrPassedStatusId?: number
  lostFromStatusId?: number
  isQualified?: boolean
  amocrmPush?: Push
  /** Only leads that figures count: with a deal that is not deleted. */
  counted?: true
  won?: boolean
  search?: string
}

/** The search parameters of the list alone. */
export const listParts = [
  'creativeId',
  'pipelineId',
  'statusId',
  'reachedStatusId',
  'reachedOrPassedStatusId',
  'lostFromStatusId',
  'isQualified',
  'amocrmPush',
  'counted',
  'won',
  'search',
] as const satisfies (keyof LeadList)[]

const number = (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
const flag = (value: unknown) => (typeof value === 'boolean' ? value : undefined)
const text = (value: unknown) =>
  value === undefined || value === '' ? undefined : String(value).slice(0, 200)

export const readLeadList = (search: Record<string, unknown>): LeadList => ({
  creativeId: text(search.creativeId),
  pipelineId: number(search.pipelineId),
  statusId: number(search.statusId),
  reachedStatusId: number(search.reachedStatusId),
  reachedOrPassedStatusId: number(search.reachedOrPassedStatusId),
  lostFromStatusId: number(search.lostFromStatusId),
  isQualified: flag(search.isQualified),
  amocrmPush: pushes.find((push) => push === search.amocrmPush),
  counted: search.counted === true ? true : undefined,
  won: flag(search.won),
  search: text(search.search),
})
