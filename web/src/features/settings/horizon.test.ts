import { expect, it } from 'vitest'
import type { HorizonImpact } from '@/features/settings/api'
import { turnedVerdicts } from '@/features/settings/horizon'

type Verdict = HorizonImpact['creatives'][number]['before']['verdict']

const judged = (verdict: Verdict) => ({
  judged_leads: 10,
  judged_qualified: 3,
  verdict,
  advice: { action: 'wait' as const, disagrees: false },
})
const creative = (creative_id: string, before: Verdict, after: Verdict) => ({
  creative_id,
  title: creative_id,
  before: judged(before),
  after: judged(after),
})
const side = {
  horizon_days: 14,
  judged_until: '2026-11-01',
  judged_leads: 0,
  judged_qualified: 0,
  better: 0,
  worse: 0,
  too_early: 0,
  alone: 0,
}

it('verdicts that change come with the decided ones first', () => {
  const impact: HorizonImpact = {
    before: side,
    after: side,
    creatives: [
      creative('same', 'better', 'better'),
      creative('alone', 'too_early', 'alone'),
      creative('lost', 'better', 'too_early'),
      creative('won', 'too_early', 'worse'),
    ],
  }

  expect(turnedVerdicts(impact).map((c) => c.creative_id)).toEqual(['lost', 'won', 'alone'])
})
