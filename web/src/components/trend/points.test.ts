import { describe, expect, it } from 'vitest'
import { chartPoints, intervalFor, type TrendPoint } from '@/components/trend/points'
import { rateView } from '@/lib/test-rates'

describe('a trend', () => {
  const point = (mature: boolean, share: number | null): TrendPoint => ({
    date: '2026-11-01',
    last_date: '2026-11-01',
    days: 1,
    is_partial: false,
    total_leads: 10,
    qualified_leads: 4,
    qualification: rateView({ numerator: 4, denominator: 10, rate: share, lo: null, hi: null }),
    won_deals: 0,
    revenue: null,
    spend: null,
    mature,
    cash: { won_deals: 0, revenue: null },
  })

  it('is drawn in two lines that meet in the last point that has settled', () => {
    const drawn = chartPoints([point(true, 30), point(true, 40), point(false, 10), point(false, null)])
    expect(drawn.map((p) => p.settledRate)).toEqual([30, 40, null, null])
    expect(drawn.map((p) => p.youngRate)).toEqual([null, 40, 10, null])
    expect(drawn.map((p) => p.rest)).toEqual([6, 6, 6, 6])
  })

  it('draws a period that is cut off or not over apart from both lines', () => {
    const stub = { ...point(true, 47), is_partial: true, days: 2 }
    const today = { ...point(false, 5), is_partial: true, days: 1 }
    const drawn = chartPoints([stub, point(true, 30), today])
    expect(drawn.map((p) => p.partialRate)).toEqual([47, null, 5])
    expect(drawn.map((p) => p.settledRate)).toEqual([null, 30, null])
    expect(drawn.map((p) => p.youngRate)).toEqual([null, null, null])
  })

  it('has points as long as its period asks for', () => {
    expect([14, 15, 120, 121, undefined].map(intervalFor)).toEqual(['day', 'week', 'week', 'month', 'month'])
  })
})
