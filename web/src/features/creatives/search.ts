/** The creatives that are compared. */
export interface Comparison {
  ids?: string[]
}

export const readComparison = (search: Record<string, unknown>): Comparison =>
  Array.isArray(search.ids) ? { ids: search.ids.filter((id) => typeof id === 'string').slice(0, 12) } : {}
