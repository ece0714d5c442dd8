import { useQuery } from '@tanstack/react-query'
import { totalsOf } from '@/features/creatives/metrics'
import { summaryQuery } from '@/lib/analytics'
import type { CreativeRow } from '@/lib/figures'
import { useFilter } from '@/lib/use-filter'

/** The totals of rows. Costs of all are the overview's: of the leads of days with any spend, not of each row's own. */
export function useTotals(rows: readonly CreativeRow[], all: readonly CreativeRow[]) {
  const { request } = useFilter()
  const { data, isPlaceholderData } = useQuery(summaryQuery(request))
  const totals = totalsOf(rows)
  if (rows.length < all.length) return totals
  const inAll = isPlaceholderData ? undefined : data
  return {
    ...totals,
    cpl: inAll?.cpl.value ?? null,
    cpql: inAll?.cpql.value ?? null,
    cac: inAll?.cac.value ?? null,
    romi: inAll?.romi.value ?? null,
  }
}
