import type { CreativeRow } from '@/lib/figures'

type RateView = CreativeRow['qualification']

/** A rate for tests, with the population and the instant that every answer tells. */
export const rateView = (
  rate: Pick<RateView, 'numerator' | 'denominator' | 'rate' | 'lo' | 'hi'>,
): RateView => ({
  ...rate,
  population: 'leads_created_in_period',
  as_of: '2026-11-30T12:00:00Z',
  too_young: null,
})

export const noRate = rateView({ numerator: 0, denominator: 0, rate: null, lo: null, hi: null })
