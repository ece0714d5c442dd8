import type { Interval } from '@/components/trend/search'
import type { components } from '@/lib/api-types'

export type TrendPoint = components['schemas']['TrendFigures']

/** The default interval of a period: enough points for a trend, enough leads in each. */
export const intervalFor = (days: number | undefined): Interval =>
  days === undefined ? 'month' : days <= 14 ? 'day' : days <= 120 ? 'week' : 'month'

export interface ChartPoint {
  index: number
  qualified: number
  rest: number
  /** The rate is split: a line for what has settled, another for what may still rise, points alone for partial periods. */
  settledRate: number | null
  youngRate: number | null
  partialRate: number | null
  isYoung: boolean
  isPartial: boolean
}

/** A trend as the chart draws it; both lines meet in the last point that has settled. */
export const chartPoints = (points: readonly TrendPoint[]): ChartPoint[] =>
  points.map((point, index) => {
    const { rate } = point.qualification
    const next = points[index + 1]
    const meetsYoung = next !== undefined && !next.mature && !next.is_partial
    return {
      index,
      qualified: point.qualified_leads,
      rest: point.total_leads - point.qualified_leads,
      settledRate: point.mature && !point.is_partial ? rate : null,
      youngRate: !point.is_partial && (!point.mature || meetsYoung) ? rate : null,
      partialRate: point.is_partial ? rate : null,
      isYoung: !point.mature,
      isPartial: point.is_partial,
    }
  })
