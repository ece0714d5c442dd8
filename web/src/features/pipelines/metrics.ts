import type { Impact, Pipeline, Stage, SyncRun } from '@/features/pipelines/types'

export type CreativeImpact = Impact['creatives'][number]

/** Creatives whose rate would change, the largest change first. */
export const movedCreatives = (impact: Impact): CreativeImpact[] =>
  impact.creatives
    .filter((creative) => creative.qualified_before !== creative.qualified_after)
    .sort((a, b) => Math.abs(pointsOf(b)) - Math.abs(pointsOf(a)) || b.total_leads - a.total_leads)

/** The change of a rate in percentage points. */
export const pointsOf = ({ rate_before, rate_after }: CreativeImpact) =>
  Math.round((rate_after - rate_before) * 10) / 10

export interface Question {
  pipeline: Pipeline
  stage: Stage
}

/** New stages that await a decision. */
export const openQuestions = (pipelines: readonly Pipeline[]): Question[] =>
  pipelines.flatMap((pipeline) =>
    pipeline.stages.filter((stage) => stage.awaits_decision).map((stage) => ({ pipeline, stage })),
  )

/** The number of flagged stages that are not archived. */
export function tallyOf({ stages }: Pipeline) {
  const living = stages.filter((stage) => !stage.is_archived)
  return { counted: living.filter((stage) => stage.is_qualified_stage).length, of: living.length }
}

/** The progress of a run in percent; null while its size is unknown. */
export const progressOf = ({ done, total }: Pick<SyncRun, 'done' | 'total'>) =>
  total ? Math.min(100, Math.round((done / total) * 100)) : null
