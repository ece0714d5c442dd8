import { describe, expect, it } from 'vitest'
import { changeOf, completenessOf, stepsDone, type Summary } from '@/features/overview/metrics'
import { noRate } from '@/lib/test-rates'

const none = { value: null, previous: null }
const summary = (part: Partial<Summary>): Summary => ({
  period: { from: null, to: null },
  previous_period: null,
  compared_at: 'equal_age',
  data_as_of: null,
  currency: 'RUB',
  previous_currency: 'RUB',
  leads: none,
  qualified: none,
  qualified_now: 0,
  qualified_ever: 0,
  qualification: { value: noRate, previous: null },
  won: none,
  conversion: { value: noRate, previous: null },
  revenue: none,
  spend: none,
  spend_days: none,
  days: none,
  leads_with_spend: none,
  revenue_with_spend: none,
  won_without_amount: none,
  cpl: none,
  cpql: none,
  cac: none,
  romi: none,
  cash: { won_deals: none, revenue: none },
  spend_by_currency: [],
  ...part,
})

describe('a change against the period before', () => {
  it('is good where a lead got cheaper, bad where it got dearer', () => {
    expect(changeOf('cpl', summary({ cpl: { value: 80, previous: 100 } }))).toEqual({
      by: -20,
      meaning: 'good',
    })
    expect(changeOf('cpql', summary({ cpql: { value: 150, previous: 100 } }))).toEqual({
      by: 50,
      meaning: 'bad',
    })
    expect(changeOf('leads', summary({ leads: { value: 80, previous: 100 } }))?.meaning).toBe('bad')
  })

  it('of spend is neither', () => {
    expect(changeOf('spend', summary({ spend: { value: 80, previous: 100 } }))?.meaning).toBe('neutral')
  })

  it('of ROMI is told in points, from below zero too', () => {
    expect(changeOf('romi', summary({ romi: { value: 20, previous: -30 } }))).toEqual({
      by: 50,
      meaning: 'good',
    })
  })

  it('is not told where nothing was before, nothing is known or the currency is another', () => {
    expect(changeOf('leads', summary({ leads: { value: 5, previous: 0 } }))).toBeNull()
    expect(changeOf('cpl', summary({ cpl: { value: 5, previous: null } }))).toBeNull()
    expect(
      changeOf('spend', summary({ spend: { value: 5, previous: 9 }, previous_currency: 'USD' })),
    ).toBeNull()
  })

  it('too small to be shown is none', () => {
    expect(changeOf('leads', summary({ leads: { value: 10_001, previous: 10_000 } }))).toEqual({
      by: 0,
      meaning: 'neutral',
    })
  })
})

describe('completeness', () => {
  const day = (expected: number, byWebhook: number) => ({
    date: '2026-11-01',
    expected,
    by_webhook: byWebhook,
    healed: 0,
    unexplained: 0,
  })

  it('weighs days by what happened in them', () => {
    expect(completenessOf([day(1, 0), day(99, 99)])).toBe(99)
  })

  it('of days without anything is unknown', () => {
    expect(completenessOf([day(0, 0)])).toBeNull()
  })
})

describe('the way to the first figures', () => {
  const stage = (status_id: number, is_qualified_stage: boolean) => ({ status_id, is_qualified_stage })
  const nothing = {
    isConnected: false,
    backfill: { run: null, hasRuns: false },
    pipelines: [],
    creatives: [],
    hasSpend: false,
  }

  it('begins with nothing done', () => {
    expect(Object.values(stepsDone(nothing)).some(Boolean)).toBe(false)
  })

  it('waits until all deals are read, and knows that they were when that is long ago', () => {
    const after = (state: string | null, hasRuns = true) =>
      stepsDone({ ...nothing, backfill: { run: state === null ? null : { state }, hasRuns } }).backfill
    expect([after('running'), after('failed'), after('done'), after(null)]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('asks for a decision on stages though won deals are flagged by themselves', () => {
    expect(stepsDone({ ...nothing, pipelines: [{ stages: [stage(142, true), stage(7, false)] }] }).flag).toBe(
      false,
    )
    expect(stepsDone({ ...nothing, pipelines: [{ stages: [stage(142, true), stage(7, true)] }] }).flag).toBe(
      true,
    )
  })

  it('wants a creative that an ad or a mark leads to', () => {
    const done = (creative: { ad_ids: string[]; marks: object[] }) =>
      stepsDone({ ...nothing, creatives: [{ ad_ids: [], marks: [] }, creative] }).creatives
    expect(done({ ad_ids: [], marks: [] })).toBe(false)
    expect(done({ ad_ids: ['1'], marks: [] })).toBe(true)
    expect(done({ ad_ids: [], marks: [{}] })).toBe(true)
  })
})
