import { expect, it } from 'vitest'
import { curvesOf, type MaturityCurve } from '@/features/creatives/curves'
import { noRate } from '@/lib/test-rates'

const maturityCurve = (id: string, shares: (number | null)[]): MaturityCurve => ({
  id,
  title: id,
  figures: {
    curve: shares.map((share, day) => ({
      day,
      share,
      lo: share === null || share === 0 ? null : share - 1,
      hi: share === null || share === 0 ? null : share + 1,
      at_risk: 10,
    })),
    horizons: [],
    won: [],
    lost: [],
    naive: null,
    qualification: noRate,
    mature_share: null,
    median_days: null,
    p90_days: null,
    suggested_horizon_days: null,
  },
})

it('curves share their days, each ends where it can no longer be told, the axis with the last', () => {
  const days = curvesOf([maturityCurve('a', [0, 10, null, null]), maturityCurve('b', [0, 20, 30, null])])
  expect(days.map((d) => d.day)).toEqual([0, 1, 2])
  expect(days.map((d) => d.shares)).toEqual([
    [0, 0],
    [10, 20],
    [null, 30],
  ])
  expect(days.map((d) => d.bands[1])).toEqual([null, [19, 21], [29, 31]])
})

it('no curve that can be told has no days', () => {
  expect(curvesOf([maturityCurve('a', [null]), maturityCurve('b', [])])).toEqual([])
})

it('curves are followed three times as long as leads take, two weeks at least', () => {
  const long = maturityCurve(
    'a',
    Array.from({ length: 90 }, () => 10),
  )
  expect(curvesOf([long])).toHaveLength(15)
  expect(curvesOf([long, { ...long, figures: { ...long.figures, p90_days: 10.2 } }])).toHaveLength(32)
})
