import type { components } from '@/lib/api-types'
import { wonStatus } from '@/lib/figures'

type Schemas = components['schemas']
export type Summary = Schemas['Summary']
type Day = Schemas['DayCompleteness']

export const figures = ['leads', 'qualified', 'won', 'revenue', 'spend', 'cpl', 'cpql', 'romi'] as const
export type Figure = (typeof figures)[number]

export const isMoney = (figure: Figure) =>
  figure === 'revenue' || figure === 'spend' || figure === 'cpl' || figure === 'cpql'

/** The direction of improvement; spend has none. */
const welcome: Record<Figure, 1 | -1 | 0> = {
  leads: 1,
  qualified: 1,
  won: 1,
  revenue: 1,
  spend: 0,
  cpl: -1,
  cpql: -1,
  romi: 1,
}

export interface Change {
  /** Percent; percentage points for ROMI. */
  by: number
  meaning: 'good' | 'bad' | 'neutral'
}

/** The change against the previous period; null where either is unknown. */
export function changeOf(figure: Figure, summary: Summary): Change | null {
  const { value, previous } = summary[figure]
  if (value === null || previous === null) return null
  if (isMoney(figure) && summary.currency !== summary.previous_currency) return null
  if (figure !== 'romi' && previous === 0) return null
  const by = figure === 'romi' ? value - previous : (100 * (value - previous)) / Math.abs(previous)
  const rounded = Math.round(by * 10) / 10
  const direction = welcome[figure] * Math.sign(rounded)
  return { by: rounded, meaning: direction > 0 ? 'good' : direction < 0 ? 'bad' : 'neutral' }
}

/** The share of stage changes that arrived by webhook; null when there were none. */
export function completenessOf(days: readonly Day[]) {
  const expected = days.reduce((sum, day) => sum + day.expected, 0)
  const told = days.reduce((sum, day) => sum + day.by_webhook, 0)
  return expected === 0 ? null : (100 * told) / expected
}

export interface Progress {
  isConnected: boolean
  /** The latest reading of all deals; long ago where there are only other runs. */
  backfill: { run: { state: string } | null; hasRuns: boolean }
  pipelines: readonly { stages: readonly { status_id: number; is_qualified_stage: boolean }[] }[]
  creatives: readonly { ad_ids: readonly unknown[]; marks: readonly unknown[] }[]
  hasSpend: boolean
}

export const steps = ['connect', 'backfill', 'flag', 'creatives', 'spend'] as const
export type Step = (typeof steps)[number]

/** The finished first steps. The won stage is flagged by the first sync and is no decision. */
export const stepsDone = ({
  isConnected,
  backfill: { run, hasRuns },
  pipelines,
  creatives,
  hasSpend,
}: Progress): Record<Step, boolean> => ({
  connect: isConnected,
  backfill: run ? run.state === 'done' : hasRuns,
  flag: pipelines.some(({ stages }) => stages.some((s) => s.is_qualified_stage && s.status_id !== wonStatus)),
  creatives: creatives.some(({ ad_ids, marks }) => ad_ids.length + marks.length > 0),
  spend: hasSpend,
})
