import { describe, expect, it } from 'vitest'
import { minutesLeft, phaseOf } from '@/lib/backfill'

const run = { state: 'running', is_queued: false, done: 0, total: null } as const

describe('a backfill', () => {
  it('waits, counts, reads deals and then their history', () => {
    expect(phaseOf({ ...run, is_queued: true })).toBe('waiting')
    expect(phaseOf(run)).toBe('counting')
    expect(phaseOf({ ...run, done: 250, total: 31_000 })).toBe('deals')
    expect(phaseOf({ ...run, done: 31_000, total: 31_000 })).toBe('history')
    expect(phaseOf({ ...run, state: 'done', done: 31_000, total: 31_000 })).toBe('done')
    expect(phaseOf({ ...run, state: 'failed' })).toBe('failed')
  })

  it('says how long the rest takes at the pace so far', () => {
    const started_at = '2026-11-25T10:00:00Z'
    const at = (time: string) => new Date(`2026-11-25T${time}Z`)
    expect(minutesLeft({ started_at, done: 12_400, total: 31_000 }, at('10:04:00'))).toBe(6)
    expect(minutesLeft({ started_at, done: 30_900, total: 31_000 }, at('10:10:00'))).toBe(1)
    expect(minutesLeft({ started_at, done: 0, total: 31_000 }, at('10:04:00'))).toBeUndefined()
    expect(minutesLeft({ started_at, done: 250, total: 31_000 }, at('10:00:02'))).toBeUndefined()
    expect(minutesLeft({ started_at: null, done: 250, total: 31_000 }, at('10:00:02'))).toBeUndefined()
  })
})
