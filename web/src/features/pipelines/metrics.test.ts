import { describe, expect, it } from 'vitest'
import type { Impact, Pipeline, Stage } from '@/features/pipelines/types'
import { movedCreatives, openQuestions, pointsOf, progressOf, tallyOf } from '@/features/pipelines/metrics'

const creative = (id: string, before: number, after: number, leads = 100) => ({
  creative_id: id,
  title: id,
  total_leads: leads,
  qualified_before: before,
  qualified_after: after,
  rate_before: (before / leads) * 100,
  rate_after: (after / leads) * 100,
})

const impact = (...creatives: Impact['creatives']): Impact => ({
  is_qualified_stage: true,
  leads_affected: 0,
  newly_qualified: 0,
  no_longer_qualified: 0,
  first_qualified_moved: 0,
  creatives,
})

describe('what a mark would change', () => {
  it('shows the creatives that move, the greatest move first, whichever way', () => {
    const moved = movedCreatives(
      impact(creative('same', 10, 10), creative('up', 10, 12), creative('down', 30, 5)),
    )
    expect(moved.map((c) => c.creative_id)).toEqual(['down', 'up'])
  })

  it('puts the larger creative first where both move alike', () => {
    const moved = movedCreatives(impact(creative('small', 1, 2, 10), creative('large', 10, 20, 100)))
    expect(moved.map((c) => c.creative_id)).toEqual(['large', 'small'])
  })

  it('is told in points of percent, without the noise of floating point', () => {
    expect(pointsOf(creative('c', 1, 2, 3))).toBe(33.3)
    expect(pointsOf({ ...creative('c', 1, 2), rate_before: 0.3, rate_after: 0.1 })).toBe(-0.2)
  })
})

const stage = (part: Partial<Stage>): Stage => ({
  id: 'id',
  status_id: 1,
  status_name: 'Этап',
  status_color: '#ffffff',
  is_qualified_stage: false,
  sort_order: 1,
  status_type: 0,
  is_archived: false,
  awaits_decision: false,
  lead_count: 0,
  ...part,
})
const pipeline = (...stages: Stage[]): Pipeline => ({ pipeline_id: 1, pipeline_name: 'Продажи', stages })

describe('the stages of a pipeline', () => {
  it('that nobody has decided on are questions', () => {
    const found = openQuestions([pipeline(stage({}), stage({ id: 'new', awaits_decision: true }))])
    expect(found.map(({ stage }) => stage.id)).toEqual(['new'])
  })

  it('are counted without those that amoCRM no longer has', () => {
    const tally = tallyOf(
      pipeline(
        stage({ is_qualified_stage: true }),
        stage({}),
        stage({ is_qualified_stage: true, is_archived: true }),
      ),
    )
    expect(tally).toEqual({ counted: 1, of: 2 })
  })
})

describe('the progress of a run', () => {
  it('is not known before its size is', () => {
    expect(progressOf({ done: 0, total: null })).toBeNull()
    expect(progressOf({ done: 0, total: 0 })).toBeNull()
  })

  it('ends at a hundred', () => {
    expect(progressOf({ done: 1, total: 3 })).toBe(33)
    expect(progressOf({ done: 4, total: 3 })).toBe(100)
  })
})
