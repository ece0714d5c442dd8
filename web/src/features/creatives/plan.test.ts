import { describe, expect, it } from 'vitest'
import { faultOf, planFrom } from '@/features/creatives/plan'
import type { CreativeRow } from '@/lib/figures'

const row = (direction_id: string | null, judged_qualified: number, judged_leads: number) =>
  ({ direction_id, judged_qualified, judged_leads }) as CreativeRow

describe('a plan of leads', () => {
  it('starts from the direction with most creatives that are judged', () => {
    const rows = [row('a', 10, 40), row('b', 9, 10), row('a', 20, 60), row('a', 0, 0), row(null, 5, 5)]
    expect(planFrom(rows)).toEqual({ from: 30, to: 45, creatives: 2 })
  })

  it('starts from a usual one where nothing is judged, and never from a rate without a better one', () => {
    expect(planFrom([])).toEqual({ from: 30, to: 45, creatives: 2 })
    expect(planFrom([row('a', 80, 100)]).to).toBe(95)
    expect(planFrom([row('a', 0, 9), row('a', 0, 9), row('a', 0, 9)])).toEqual({
      from: 30,
      to: 45,
      creatives: 3,
    })
  })

  it('has no answer without a difference', () => {
    expect(faultOf({ from: 30, to: 45, creatives: 5 })).toBeNull()
    expect(faultOf({ from: 30, to: 30, creatives: 5 })).toBe('equal')
    expect(faultOf({ from: 0, to: 30, creatives: 5 })).toBe('rates')
    expect(faultOf({ from: 30, creatives: 5 })).toBe('rates')
    expect(faultOf({ from: 30, to: 45, creatives: 1 })).toBe('creatives')
  })
})
