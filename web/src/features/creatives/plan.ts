import type { CreativeRow } from '@/lib/figures'

export interface Plan {
  /** Percent: the rate of the others. */
  from: number
  /** Percent: the rate hoped for. */
  to: number
  creatives: number
}

const usual: Plan = { from: 30, to: 45, creatives: 2 }
const highest = 95

/** A plan to start from: the judged rate of the direction with most creatives, and one and a half times as much. */
export function planFrom(rows: readonly CreativeRow[]): Plan {
  const judged = rows.filter((row) => row.direction_id !== null && row.judged_leads > 0)
  const [own] = [...new Set(judged.map((row) => row.direction_id))]
    .map((direction) => judged.filter((row) => row.direction_id === direction))
    .toSorted((a, b) => b.length - a.length)
  if (!own) return usual
  const sum = (of: 'judged_leads' | 'judged_qualified') => own.reduce((total, row) => total + row[of], 0)
  const from = Math.round((100 * sum('judged_qualified')) / sum('judged_leads'))
  if (from <= 0 || from >= highest) return { ...usual, creatives: Math.max(2, own.length) }
  return { from, to: Math.min(highest, Math.round(1.5 * from)), creatives: Math.max(2, own.length) }
}

/** The reason that a plan has no answer. */
export function faultOf({ from, to, creatives }: Partial<Plan>) {
  const isRate = (rate?: number) => rate !== undefined && rate > 0 && rate < 100
  if (!isRate(from) || !isRate(to)) return 'rates'
  if (from === to) return 'equal'
  return creatives === undefined || !Number.isInteger(creatives) || creatives < 2 || creatives > 10_000
    ? 'creatives'
    : null
}
