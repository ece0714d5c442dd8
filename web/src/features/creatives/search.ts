export const verdicts = ['better', 'worse', 'too_early', 'alone'] as const
export type Verdict = (typeof verdicts)[number]

/** The columns that the table can be sorted by. */
export const sortKeys = [
  'title',
  'direction',
  'verdict',
  'spend',
  'cpl',
  'total_leads',
  'qualified_leads',
  'qualification',
  'cpql',
  'cac',
  'won_deals',
  'conversion',
  'revenue',
  'romi',
] as const
export type SortKey = (typeof sortKeys)[number]

/** The ids of the compared creatives. */
export interface Comparison {
  ids?: string[]
}

/** The view of the table: sort, search, verdict. */
export interface CreativeTable extends Comparison {
  text?: string
  verdict?: Verdict
  sort?: SortKey
  order?: 'asc' | 'desc'
}

export const mostCompared = 8

export const readComparison = (search: Record<string, unknown>): Comparison =>
  Array.isArray(search.ids)
    ? { ids: search.ids.filter((id) => typeof id === 'string').slice(0, mostCompared) }
    : {}

export const readCreativeTable = (search: Record<string, unknown>): CreativeTable => ({
  ...readComparison(search),
  text: search.text === undefined || search.text === '' ? undefined : String(search.text).slice(0, 200),
  verdict: verdicts.find((verdict) => verdict === search.verdict),
  sort: sortKeys.find((key) => key === search.sort),
  order: search.order === 'asc' || search.order === 'desc' ? search.order : undefined,
})
