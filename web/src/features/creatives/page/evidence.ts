import type { components } from '@/lib/api-types'

export type EvidenceFigures = components['schemas']['EvidenceFigures']

const ln10 = Math.log(10)
const mostTicks = 6

/** The axis of evidence: powers of ten, from 1 or below up to the line that decides or above. */
export function evidenceAxis({ days, decides_at_ln: line }: EvidenceFigures) {
  const values = [0, line ?? 0, ...days.map((day) => day.ln_evidence)]
  const lowest = Math.floor(Math.min(...values) / ln10)
  const highest = Math.max(1, Math.ceil(Math.max(...values) / ln10))
  const step = Math.ceil((highest - lowest) / (mostTicks - 1))
  const ticks = []
  for (let power = lowest; power <= highest; power += step) ticks.push(power * ln10)
  return { ticks, from: lowest * ln10, to: highest * ln10 }
}

export type Certainty =
  { state: 'none' } | { state: 'alone' } | { state: 'decided' | 'open'; isHigher: boolean }

/** The state of the evidence today. */
export function certaintyOf({ days, decides_at_ln: line }: EvidenceFigures): Certainty {
  const last = days.at(-1)
  if (line === null) return { state: 'alone' }
  if (!last) return { state: 'none' }
  return { state: last.ln_evidence >= line ? 'decided' : 'open', isHigher: last.is_higher }
}

const most = 1e6

/** Evidence from its logarithm, as far as people read it. */
export const evidenceOf = (ln: number) => {
  const value = Math.exp(Math.min(ln, Math.log(most)))
  return value >= 10 ? Math.round(value) : Math.round(value * 100) / 100
}

export const isBeyond = (ln: number) => ln > Math.log(most)
