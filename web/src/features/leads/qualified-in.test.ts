import { describe, expect, it } from 'vitest'
import { qualifiedIn } from '@/features/leads/qualified-in'

const lead = {
  is_qualified: false,
  first_qualified_at: '2026-11-26T10:00:00Z',
  created_at: '2026-11-20T10:00:00Z',
}
const never = { ...lead, first_qualified_at: null }

describe('a lead that has left its qualified stage', () => {
  it('was qualified, and since when, where the list asks for ever', () => {
    expect(qualifiedIn(lead, { mode: 'ever' })).toEqual({
      is: true,
      text: 'was',
      since: lead.first_qualified_at,
    })
    expect(qualifiedIn(lead, {}).text).toBe('was')
    expect(qualifiedIn(never, { mode: 'ever' })).toEqual({ is: false, text: 'no' })
  })

  it('is not where the list asks for now', () => {
    expect(qualifiedIn(lead, { mode: 'current' })).toEqual({ is: false, text: 'no' })
    expect(qualifiedIn({ ...lead, is_qualified: true }, { mode: 'current' })).toEqual({
      is: true,
      text: 'yes',
    })
  })

  it('was in time, or too late, where the list asks for the first days', () => {
    expect(qualifiedIn(lead, { mode: 'within', days: 6 }).text).toBe('wasInTime')
    expect(qualifiedIn(lead, { mode: 'within', days: 5 }).text).toBe('wasLate')
    expect(qualifiedIn(never, { mode: 'judged', days: 5 }).text).toBe('no')
  })

  it('still has time while it is young', () => {
    const after = (days: number) => Date.parse(never.created_at) + days * 86_400_000
    expect(qualifiedIn(never, { mode: 'within', days: 5 }, undefined, after(4)).text).toBe('notYet')
    expect(qualifiedIn(never, { mode: 'within', days: 5 }, undefined, after(5)).text).toBe('no')
  })
})

describe('a lead that passed over every qualified stage', () => {
  it('got there where the list is filtered by that, and is not called unqualified otherwise', () => {
    expect(qualifiedIn(never, { mode: 'reached_or_passed' }, true).text).toBe('gotThere')
    expect(qualifiedIn(never, { mode: 'reached_or_passed' }, false).text).toBe('no')
    expect(qualifiedIn(never, { mode: 'reached_or_passed' }).text).toBe('notKnown')
    expect(qualifiedIn(lead, { mode: 'reached_or_passed' }).text).toBe('gotThere')
  })
})
