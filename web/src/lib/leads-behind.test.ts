import { describe, expect, it } from 'vitest'
import { leadsBehind } from '@/lib/leads-behind'

describe('the leads behind a figure', () => {
  it('are of the days that the figure was asked for', () => {
    const request = {
      userAccountId: 'a',
      from: '2026-11-01',
      to: '2026-11-25',
      mode: 'within',
      days: 7,
    } as const
    expect(leadsBehind(request, { creativeId: 'unknown', isQualified: true })).toEqual({
      from: '2026-11-01',
      to: '2026-11-25',
      mode: 'within',
      days: 7,
      creativeId: 'unknown',
      isQualified: true,
      counted: true,
    })
  })

  it('are of all time where the figure is', () => {
    expect(leadsBehind({ userAccountId: 'a' })).toEqual({ period: 'all', counted: true })
  })

  it('of one point of a trend are of its days', () => {
    const day = { from: '2026-11-03', to: '2026-11-03' }
    expect(leadsBehind({ userAccountId: 'a', from: '2026-11-01', to: '2026-11-25' }, day)).toEqual({
      ...day,
      counted: true,
    })
  })
})
