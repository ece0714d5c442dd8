import type { FigureRequest, MaturityFigures } from '@/lib/figures'

export interface MaturityCurve {
  id: string
  title: string
  figures: MaturityFigures
}

type Band = [lo: number, hi: number]
/** The values of all curves on one day; a curve without a value is absent. */
export interface CurveDay {
  day: number
  shares: (number | null)[]
  bands: (Band | null)[]
}

/** Asks for the curve of a creative: of leads that ever qualified, as a snapshot of today has no pace. */
export const ofCreative = (request: FigureRequest, creativeId: string): FigureRequest => ({
  ...request,
  creativeId,
  directionId: undefined,
  mode: 'ever',
  days: undefined,
})

const shortest = 14

/** Joins the curves by day, up to the last that any of them reaches; the flat tail is cut, but for a day to be seen. */
export function curvesOf(curves: readonly MaturityCurve[], seen = 0): CurveDay[] {
  const byDay = curves.map(({ figures }) => new Map(figures.curve.map((point) => [point.day, point])))
  const reached = byDay.map((points) =>
    Math.max(-1, ...[...points.values()].filter((p) => p.share !== null).map((p) => p.day)),
  )
  const slowest = Math.max(0, ...curves.map(({ figures }) => figures.p90_days ?? 0))
  const last = Math.min(Math.max(-1, ...reached), Math.max(shortest, seen + 1, Math.ceil(3 * slowest)))
  return Array.from({ length: last + 1 }, (_, day) => {
    const points = byDay.map((curve) => curve.get(day))
    return {
      day,
      shares: points.map((point) => point?.share ?? null),
      bands: points.map((point): Band | null =>
        point && point.lo !== null && point.hi !== null ? [point.lo, point.hi] : null,
      ),
    }
  })
}
