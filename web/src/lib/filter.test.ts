import { describe, expect, it } from 'vitest'
import { asRequest, readFilter, ripens } from '@/lib/filter'

describe('a filter in the address', () => {
  it('is read whole', () => {
    const search = { from: '2026-01-01', to: '2026-01-31', directionId: 'd', creativeId: 'c', mode: 'judged' }
    expect(readFilter(search)).toEqual(search)
  })

  it('leaves out what makes no sense, and what is the default anyway', () => {
    expect(
      readFilter({ from: 'yesterday', to: '2026-02-31', mode: 'best', days: 3, creativeId: '' }),
    ).toEqual({})
    expect(readFilter({ mode: 'ever' })).toEqual({})
  })

  it('has days only with the mode that needs them, and always there', () => {
    expect(readFilter({ mode: 'within', days: '7' })).toEqual({ mode: 'within', days: 7 })
    expect(readFilter({ mode: 'within' })).toEqual({ mode: 'within', days: 14 })
    expect(readFilter({ mode: 'current', days: 7 })).toEqual({ mode: 'current' })
  })
})

describe('a mode', () => {
  it('ripens where young leads may still qualify', () => {
    expect(
      [undefined, 'reached_or_passed', 'current', 'within', 'judged'].map((m) => ripens(m as 'ever')),
    ).toEqual([true, true, false, false, false])
  })
})

describe('a request for figures', () => {
  it('is of the last 30 days where the address names no period', () => {
    expect(asRequest({ mode: 'current' }, '2026-11-25')).toEqual({
      mode: 'current',
      from: '2026-10-27',
      to: '2026-11-25',
    })
  })

  it('is of all time, or open at one end, where the address says so', () => {
    expect(asRequest(readFilter({ period: 'all' }), '2026-11-25')).toEqual({})
    expect(asRequest(readFilter({ to: '2026-01-31', period: 'all' }), '2026-11-25')).toEqual({
      to: '2026-01-31',
    })
  })
})
