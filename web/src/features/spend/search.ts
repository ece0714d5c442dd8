/** The filter of the list, besides the period. */
export interface SpendSearch {
  creativeId?: string
  search?: string
}

const text = (value: unknown) =>
  value === undefined || value === '' ? undefined : String(value).slice(0, 200)

export const readSpendList = (search: Record<string, unknown>): SpendSearch => ({
  creativeId: text(search.creativeId),
  search: text(search.search),
})
