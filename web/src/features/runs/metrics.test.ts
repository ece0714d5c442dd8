import { describe, expect, it } from 'vitest'
import { durationOf, eventful, progressOf } from '@/features/runs/metrics'

describe('the progress of a run', () => {
  it('is not known before it is known how much there is', () => {
    expect(progressOf({ done: 0, total: null, state: 'running' })).toBeUndefined()
    expect(progressOf({ done: 0, total: 0, state: 'running' })).toBeUndefined()
  })

  it('is whole when it is done, and never more', () => {
    expect(progressOf({ done: 40, total: 160, state: 'running' })).toBe(25)
    expect(progressOf({ done: 170, total: 160, state: 'running' })).toBe(100)
    expect(progressOf({ done: 0, total: 0, state: 'done' })).toBe(100)
  })
})

describe('the duration of a run', () => {
  const now = new Date('2026-11-25T10:00:30Z')

  it('goes on until it has ended', () => {
    expect(durationOf({ started_at: '2026-11-25T10:00:00Z', finished_at: null }, now)).toBe(30)
    expect(durationOf({ started_at: '2026-11-25T10:00:00Z', finished_at: '2026-11-25T10:00:12Z' }, now)).toBe(
      12,
    )
  })

  it('has not begun before the run, and is not negative by clocks that differ', () => {
    expect(durationOf({ started_at: null, finished_at: null }, now)).toBeUndefined()
    expect(durationOf({ started_at: '2026-11-25T10:01:00Z', finished_at: null }, now)).toBe(0)
  })
})

it('days without changes are left out and the latest comes first', () => {
  const day = (date: string, expected: number, unexplained = 0) => ({
    date,
    expected,
    by_webhook: expected,
    healed: 0,
    unexplained,
  })
  const days = [day('2026-11-01', 3), day('2026-11-02', 0), day('2026-11-03', 0, 1)]
  expect(eventful(days).map(({ date }) => date)).toEqual(['2026-11-03', '2026-11-01'])
})
