import type { SortKey, Verdict } from '@/features/creatives/search'
import { type CreativeRow, unknownCreative } from '@/lib/figures'

export type Rate = Pick<CreativeRow['qualification'], 'numerator' | 'denominator' | 'rate' | 'lo' | 'hi'>

export const isKnown = (row: CreativeRow) => row.creative_id !== unknownCreative

/** The reason a creative has no verdict yet. */
export type Wait = { why: 'leads'; more: number } | { why: 'direction' | 'age' | 'alike' }

/** The reason a creative has no verdict yet. */
export function waitOf(row: CreativeRow): Wait {
  if (row.direction_id === null) return { why: 'direction' }
  if (row.judged_leads === 0 || row.leads_needed === null) return { why: 'age' }
  return row.leads_needed > 0 ? { why: 'leads', more: roughly(row.leads_needed) } : { why: 'alike' }
}

/** Rounds an estimate of leads to two significant figures. */
export function roughly(count: number) {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1)
  return Math.ceil(count / unit) * unit
}

/** Wilson, 95 %, as the service computes it. */
export function rateOf(numerator: number, denominator: number): Rate {
  if (denominator === 0) return { numerator, denominator, rate: null, lo: null, hi: null }
  const z2 = 1.959963984540054 ** 2
  const p = numerator / denominator
  const centre = p + z2 / (2 * denominator)
  const spread = Math.sqrt(z2 * ((p * (1 - p)) / denominator + z2 / (4 * denominator ** 2)))
  const scale = 100 / (1 + z2 / denominator)
  const lo = Math.max(0, (centre - spread) * scale)
  const hi = Math.min(100, (centre + spread) * scale)
  return { numerator, denominator, rate: 100 * p, lo, hi }
}

export interface Totals {
  total_leads: number
  qualified_leads: number
  qualified_now: number
  qualified_ever: number
  won_deals: number
  qualification: Rate
  conversion: Rate
  currency: string | null
  revenue: number | null
  spend: number | null
  cpl: number | null
  cpql: number | null
  cac: number | null
  romi: number | null
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** The sum of amounts; null where currencies are mixed or an amount is unknown. */
function amounts(
  rows: readonly CreativeRow[],
  amount: 'revenue' | 'revenue_with_spend' | 'spend' | 'spend_old_enough',
) {
  const known = rows.filter((row) => row[amount] !== null)
  return known.length === 0 ? null : sum(known.map((row) => row[amount] ?? 0))
}

/** The total of all rows. Unknown spend is left out of the sum; costs are of the leads of each row's days with spend. */
export function totalsOf(rows: readonly CreativeRow[]): Totals {
  const leads = sum(rows.map((row) => row.total_leads))
  const qualified = sum(rows.map((row) => row.qualified_leads))
  const won = sum(rows.map((row) => row.won_deals))
  const currencies = new Set(rows.filter((r) => r.spend !== null || r.revenue).map((row) => row.currency))
  const isOne =
    currencies.size <= 1 && rows.every((r) => r.spend !== null || r.spend_by_currency.length === 0)
  const spend = isOne ? amounts(rows, 'spend') : null
  const revenue = isOne && rows.every((row) => row.revenue !== null) ? amounts(rows, 'revenue') : null
  const paid =
    isOne && rows.every((row) => row.revenue_with_spend !== null) ? amounts(rows, 'revenue_with_spend') : null
  const per = (count: 'leads_with_spend' | 'qualified_with_spend' | 'won_with_spend', cost = spend) => {
    const total = sum(rows.map((row) => row[count]))
    return cost === null || total === 0 ? null : cost / total
  }
  return {
    total_leads: leads,
    qualified_leads: qualified,
    qualified_now: sum(rows.map((row) => row.qualified_now)),
    qualified_ever: sum(rows.map((row) => row.qualified_ever)),
    won_deals: won,
    qualification: rateOf(qualified, sum(rows.map((row) => row.qualification.denominator))),
    conversion: rateOf(sum(rows.map((row) => row.conversion.numerator)), qualified),
    currency: isOne ? ([...currencies][0] ?? null) : null,
    revenue,
    spend,
    cpl: per('leads_with_spend'),
    cpql: per('qualified_with_spend', isOne ? amounts(rows, 'spend_old_enough') : null),
    cac: per('won_with_spend'),
    romi: spend && paid !== null ? (100 * (paid - spend)) / spend : null,
  }
}

type Sortable = string | number | null
export type NameOfDirection = (id: string | null) => string | null

// First creatives to scale, then creatives to stop: the rest need no decision.
const urgency: Record<Verdict, number> = { better: 3, worse: 2, too_early: 1, alone: 0 }

function sortable(row: CreativeRow, key: SortKey, directionOf: NameOfDirection): Sortable {
  switch (key) {
    case 'title':
      return row.title
    case 'direction':
      return directionOf(row.direction_id)
    case 'verdict':
      return urgency[row.verdict] * 1e9 + row.total_leads
    case 'qualification':
    case 'conversion':
      return row[key].rate
    default:
      return row[key]
  }
}

const compare = (a: Sortable, b: Sortable) =>
  typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b, 'ru') : Number(a) - Number(b)

/** Sorts by a column; unknown values come last in either order, leads without a creative after them. */
export function sorted(
  rows: readonly CreativeRow[],
  key: SortKey,
  order: 'asc' | 'desc',
  directionOf: NameOfDirection,
) {
  return rows.toSorted((a, b) => {
    if (isKnown(a) !== isKnown(b)) return isKnown(a) ? -1 : 1
    const [one, other] = [sortable(a, key, directionOf), sortable(b, key, directionOf)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return order === 'asc' ? compare(one, other) : compare(other, one)
  })
}

export function filtered(
  rows: readonly CreativeRow[],
  text: string | undefined,
  verdict: Verdict | undefined,
) {
  const sought = text?.trim().toLocaleLowerCase('ru')
  return rows.filter(
    (row) =>
      (!verdict || (isKnown(row) && row.verdict === verdict)) &&
      (!sought || (row.title ?? '').toLocaleLowerCase('ru').includes(sought)),
  )
}

/** The pooled rate of the creatives that are not compared; of all when none is left. */
export function pooledRest(rows: readonly CreativeRow[], ids: ReadonlySet<string>) {
  const known = rows.filter((row) => isKnown(row) && row.total_leads > 0)
  const rest = known.filter((row) => !ids.has(row.creative_id))
  const pool = rest.length > 0 ? rest : known
  const { qualification } = totalsOf(pool)
  return { qualification, isRest: rest.length > 0 }
}

/** The end and ticks of a percentage axis. */
export function axisOf(highest: number) {
  const step = highest <= 10 ? 2 : highest <= 25 ? 5 : highest <= 50 ? 10 : 20
  const end = Math.min(100, Math.max(step, Math.ceil(highest / step) * step))
  return { end, ticks: Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step) }
}

/** The percentage axis that fits every interval. */
export const axisOfRates = (rows: readonly CreativeRow[]) =>
  axisOf(Math.max(0, ...rows.map((row) => row.qualification.hi ?? 0)))
