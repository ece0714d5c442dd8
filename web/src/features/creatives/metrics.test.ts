import { describe, expect, it } from 'vitest'
import {
  axisOf,
  filtered,
  pooledRest,
  rateOf,
  roughly,
  sorted,
  totalsOf,
  waitOf,
} from '@/features/creatives/metrics'
import type { CreativeRow } from '@/lib/figures'
import { noRate, rateView } from '@/lib/test-rates'

const row = (id: string, leads: number, qualified: number, part: Partial<CreativeRow> = {}): CreativeRow => ({
  creative_id: id,
  title: id,
  direction_id: null,
  total_leads: leads,
  people: leads,
  qualified_leads: qualified,
  qualified_now: 0,
  qualified_ever: qualified,
  qualification: rateView(rateOf(qualified, leads)),
  shrunk_rate: null,
  p_best: null,
  verdict: 'too_early',
  evidence: 1,
  ln_evidence: 0,
  judged_leads: 0,
  judged_qualified: 0,
  judged: noRate,
  judged_others: noRate,
  horizon_days: 14,
  judged_until: '2026-11-01',
  leads_needed: null,
  targets: { leads: 0, cpql: null, cac: null, romi: null },
  advice: { action: 'wait', disagrees: false },
  won_deals: 0,
  conversion: rateView(rateOf(0, qualified)),
  revenue: 0,
  currency: 'RUB',
  spend: null,
  spend_by_currency: [],
  spend_days: 0,
  days: 31,
  leads_with_spend: leads,
  qualified_with_spend: qualified,
  won_with_spend: 0,
  spend_old_enough: part.spend ?? null,
  revenue_with_spend: 0,
  won_without_amount: 0,
  cpl: null,
  cpql: null,
  cac: null,
  romi: null,
  mature_share: null,
  deleted_leads: 0,
  test_leads: 0,
  ...part,
})
const paid = (spend: number, currency = 'RUB') => ({
  spend,
  currency,
  spend_by_currency: [{ amount: spend, currency }],
})
const noDirection = () => null
const ids = (rows: CreativeRow[]) => rows.map((r) => r.creative_id)

describe('the interval of a rate', () => {
  it.each([
    [0, 5, 0, 43.4],
    [3, 10, 10.8, 60.3],
    [30, 50, 46.2, 72.4],
    [35, 40, 73.9, 94.5],
    [300, 500, 55.6, 64.2],
  ])('of %i in %i goes from %f to %f', (k, n, lo, hi) => {
    const rate = rateOf(k, n)
    expect(rate.lo).toBeCloseTo(lo, 1)
    expect(rate.hi).toBeCloseTo(hi, 1)
  })

  it('of nothing is unknown', () => {
    expect(rateOf(0, 0).rate).toBeNull()
  })
})

describe('a creative that it is too early to judge', () => {
  const young = { direction_id: 'kitchens', judged_leads: 0 }
  const judged = { direction_id: 'kitchens', judged_leads: 60 }

  it('waits for the leads that a marked difference takes', () => {
    expect(waitOf(row('a', 60, 20, { ...judged, leads_needed: 296 }))).toEqual({ why: 'leads', more: 300 })
  })

  it('waits for its leads, or those of the others, to be old enough', () => {
    expect(waitOf(row('a', 8, 2, { ...young, leads_needed: 153 }))).toEqual({ why: 'age' })
    expect(waitOf(row('a', 8, 2, { ...judged, leads_needed: null }))).toEqual({ why: 'age' })
  })

  it('shows no marked difference where it has its leads', () => {
    expect(waitOf(row('a', 100, 40, { ...judged, leads_needed: 0 }))).toEqual({ why: 'alike' })
  })

  it('is compared with none without a direction', () => {
    expect(waitOf(row('a', 100, 40, { leads_needed: null }))).toEqual({ why: 'direction' })
  })

  it('is told roughly', () => {
    expect([7, 12, 143, 296, 1234].map(roughly)).toEqual([7, 12, 150, 300, 1300])
  })
})

describe('the totals', () => {
  it('are rates of sums, not sums of rates', () => {
    const totals = totalsOf([row('a', 10, 5, paid(100)), row('b', 90, 5, paid(300))])
    expect(totals.qualification.rate).toBe(10)
    expect([totals.spend, totals.cpl, totals.cpql]).toEqual([400, 4, 40])
  })

  it('count the leads of days with spend alone', () => {
    const [some, none] = [{ leads_with_spend: 5, qualified_with_spend: 2 }, { leads_with_spend: 0 }]
    const totals = totalsOf([
      row('a', 10, 5, { ...paid(100), ...some, revenue_with_spend: 150 }),
      row('b', 9, 9, none),
    ])
    expect([totals.total_leads, totals.cpl, totals.romi]).toEqual([19, 20, 50])
  })

  it('divide the spend of old enough days alone by those who qualified on them', () => {
    const young = { ...paid(100), spend_old_enough: 60, qualified_with_spend: 3 }
    const totals = totalsOf([row('a', 10, 5, young), row('b', 10, 5, paid(100))])
    expect([totals.cpl, totals.cpql]).toEqual([10, 20])
  })

  it('keep unknown spend unknown', () => {
    expect(totalsOf([row('a', 10, 5)]).spend).toBeNull()
    expect(totalsOf([row('a', 10, 5)]).romi).toBeNull()
  })

  it('never add two currencies, nor leave one out silently', () => {
    const mixed = totalsOf([row('a', 10, 5, paid(100)), row('b', 10, 5, paid(100, 'USD'))])
    expect([mixed.spend, mixed.revenue, mixed.cpl, mixed.currency]).toEqual([null, null, null, null])
    const unsummed = row('b', 10, 5, { spend_by_currency: [{ amount: 1, currency: 'USD' }] })
    expect(totalsOf([row('a', 10, 5, paid(100)), unsummed]).spend).toBeNull()
  })
})

describe('the order of rows', () => {
  const rows = [row('b', 5, 1, paid(10)), row('unknown', 99, 9), row('a', 7, 2), row('c', 6, 3, paid(30))]

  it('keeps what is unknown last, whichever way it goes', () => {
    expect(ids(sorted(rows, 'spend', 'asc', noDirection))).toEqual(['b', 'c', 'a', 'unknown'])
    expect(ids(sorted(rows, 'spend', 'desc', noDirection))).toEqual(['c', 'b', 'a', 'unknown'])
  })

  it('goes by names as people read them', () => {
    expect(ids(sorted(rows, 'title', 'asc', noDirection))).toEqual(['a', 'b', 'c', 'unknown'])
  })

  it('of verdicts begins with what can be scaled', () => {
    const judged = [
      row('alone', 9, 1, { verdict: 'alone' }),
      row('early', 9, 1),
      row('worse', 9, 1, { verdict: 'worse' }),
      row('better', 9, 1, { verdict: 'better' }),
    ]
    expect(ids(sorted(judged, 'verdict', 'desc', noDirection))).toEqual(['better', 'worse', 'early', 'alone'])
  })
})

describe('the filter of rows', () => {
  const rows = [row('Кухня', 5, 1, { verdict: 'better' }), row('unknown', 9, 1, { title: null })]

  it('finds by a part of the title, in any case', () => {
    expect(ids(filtered(rows, ' кух', undefined))).toEqual(['Кухня'])
  })

  it('judges no leads without a creative', () => {
    expect(ids(filtered(rows, undefined, 'too_early'))).toEqual([])
    expect(filtered(rows, undefined, undefined)).toHaveLength(2)
  })
})

describe('the rest that creatives are compared with', () => {
  const rows = [row('a', 10, 5), row('b', 10, 1), row('c', 20, 2), row('unknown', 100, 100)]

  it('is pooled of those not chosen; leads without a creative are none', () => {
    const { qualification, isRest } = pooledRest(rows, new Set(['a']))
    expect([qualification.rate, isRest]).toEqual([10, true])
  })

  it('is all of them where all are chosen', () => {
    const { qualification, isRest } = pooledRest(rows, new Set(['a', 'b', 'c']))
    expect([qualification.rate, isRest]).toEqual([20, false])
  })
})

describe('an axis', () => {
  it('reaches beyond the highest value by less than a step', () => {
    expect(axisOf(36.4)).toEqual({ end: 40, ticks: [0, 10, 20, 30, 40] })
    expect(axisOf(100)).toEqual({ end: 100, ticks: [0, 20, 40, 60, 80, 100] })
    expect(axisOf(0).end).toBe(2)
  })
})
