import { describe, expect, it } from 'vitest'
import { addDays, daysIn, isDay, presetOf, presetPeriod, today } from '@/lib/period'

describe('a period', () => {
  it('of a month that began today is that one day', () => {
    expect(presetPeriod('month', '2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-01' })
  })

  it('of the previous month ends with its last day, leap years too', () => {
    expect(presetPeriod('previous_month', '2028-03-15')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(presetPeriod('previous_month', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  })

  it('of thirty days has thirty days, today among them', () => {
    const period = presetPeriod('30d', '2026-11-25')
    expect(period.to).toBe('2026-11-25')
    expect(daysIn(period)).toBe(30)
  })

  it('is known again by its days', () => {
    expect(presetOf(presetPeriod('90d', '2026-11-25'), '2026-11-25')).toBe('90d')
    expect(presetOf({ from: '2026-11-02', to: '2026-11-05' }, '2026-11-25')).toBeUndefined()
    expect(presetOf({}, '2026-11-25')).toBe('all')
  })
})

describe('a day', () => {
  it('is counted where the account is', () => {
    const lateInLondon = new Date('2026-11-25T22:30:00Z')
    expect(today('Europe/London', lateInLondon)).toBe('2026-11-25')
    expect(today('Asia/Almaty', lateInLondon)).toBe('2026-11-26')
  })

  it('must exist', () => {
    expect(isDay('2026-02-29')).toBe(false)
    expect(isDay('2028-02-29')).toBe(true)
    expect(isDay('2026-2-1')).toBe(false)
    expect(isDay(undefined)).toBe(false)
  })

  it('moves over the end of a year and the change of clocks', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
  })
})
