import { describe, expect, it } from 'vitest'
import { exitShares, reachedFunnel, snapshot } from '@/features/funnel/metrics'
import type { FunnelStage } from '@/lib/figures'

const stage = (status_id: number, orPassed: number, part: Partial<FunnelStage> = {}): FunnelStage => ({
  status_id,
  status_name: String(status_id),
  status_color: '#99ccff',
  sort_order: status_id,
  is_incoming: false,
  is_archived: false,
  reached: orPassed,
  reached_or_passed: orPassed,
  current: 0,
  lost_from: 0,
  conversion_from_previous: null,
  conversion_from_first: null,
  ...part,
})
const stages = [
  stage(1, 100, { is_incoming: true, reached: 40 }),
  stage(10, 80),
  stage(20, 40, { reached: 30 }),
  stage(142, 10),
  stage(143, 50),
]

describe('the funnel of what was reached', () => {
  const funnel = reachedFunnel(stages)

  it('begins with the first stage that somebody accepts and ends with the sale', () => {
    expect(funnel.steps.map((step) => step.stage.status_id)).toEqual([10, 20, 142])
    expect(funnel.incoming.map((s) => s.status_id)).toEqual([1])
    expect(funnel.lost?.status_id).toBe(143)
  })

  it('measures each step by the first and tells who did not come so far', () => {
    expect(funnel.steps.map((step) => step.share)).toEqual([100, 50, 12.5])
    expect(funnel.steps.map((step) => step.dropped)).toEqual([null, 40, 30])
  })

  it('tells who came further without having been there', () => {
    expect(funnel.steps.map((step) => step.skipped)).toEqual([0, 10, 0])
  })

  it('of no lead has no length', () => {
    expect(reachedFunnel([stage(10, 0)]).steps[0]?.share).toBe(0)
  })
})

describe('the snapshot', () => {
  const now = snapshot([
    stage(10, 0, { current: 30 }),
    stage(20, 0, { current: 15, is_archived: true }),
    stage(30, 0, { is_archived: true }),
    stage(142, 0, { current: 40 }),
    stage(143, 0, { current: 600 }),
  ])

  it('measures open stages by the fullest of them; an archived one is there only while leads are', () => {
    expect(now.open.map(({ stage, share }) => [stage.status_id, share])).toEqual([
      [10, 100],
      [20, 50],
    ])
  })

  it('keeps what is closed apart and counts it in', () => {
    expect(now.closed.map((s) => s.current)).toEqual([40, 600])
    expect(now.total).toBe(685)
  })
})

describe('the ends of visits', () => {
  const time = (forward: number, back: number, lost: number) => ({
    status_id: 1,
    status_name: '',
    status_color: '',
    sort_order: 1,
    visits: 100,
    open: 5,
    median_hours: null,
    p75_hours: null,
    exits: { forward, back, won: 0, lost, elsewhere: 0 },
  })

  it('are shares of the visits that ended', () => {
    expect(exitShares(time(30, 10, 40)).map(({ exit, share }) => [exit, share])).toEqual([
      ['forward', 37.5],
      ['back', 12.5],
      ['lost', 50],
    ])
  })

  it('are none while none has', () => {
    expect(exitShares(time(0, 0, 0))).toEqual([])
  })
})
