import { describe, expect, it } from 'vitest'
import {
  certaintyOf,
  type EvidenceFigures,
  evidenceAxis,
  evidenceOf,
} from '@/features/creatives/page/evidence'

const figures = (line: number | null, lns: number[], is_higher = true): EvidenceFigures => ({
  days: lns.map((ln_evidence, i) => ({
    date: `2026-11-0${i + 1}`,
    leads: 5,
    qualified: 2,
    others_leads: 20,
    others_qualified: 6,
    ln_evidence,
    is_higher,
  })),
  decides_at_ln: line,
})

describe('the axis of evidence', () => {
  const powers = (f: EvidenceFigures) => evidenceAxis(f).ticks.map((ln) => Math.round(ln / Math.log(10)))

  it('has the powers of ten around all values and the line that decides', () => {
    expect(powers(figures(Math.log(40), [0.02, 2.29]))).toEqual([0, 1, 2])
    expect(powers(figures(Math.log(40), [-0.4, 2.29]))).toEqual([-1, 0, 1, 2])
  })

  it('has few of them, however strong the evidence is', () => {
    const ticks = powers(figures(Math.log(100), [0, 40]))
    expect(ticks.length).toBeLessThanOrEqual(6)
    expect(ticks[0]).toBe(0)
  })
})

describe('certainty', () => {
  it('is decided at the line, and open below it', () => {
    expect(certaintyOf(figures(3.7, [1, 3.7]))).toEqual({ state: 'decided', isHigher: true })
    expect(certaintyOf(figures(3.7, [4, 2.3], false))).toEqual({ state: 'open', isHigher: false })
  })

  it('has nothing to say without judged leads, and without others', () => {
    expect(certaintyOf(figures(3.7, [])).state).toBe('none')
    expect(certaintyOf(figures(null, [])).state).toBe('alone')
  })

  it('is told in numbers of a readable size', () => {
    expect([Math.log(9.842), Math.log(39.6), 200].map(evidenceOf)).toEqual([9.84, 40, 1e6])
  })
})
