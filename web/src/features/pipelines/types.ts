import type { components } from '@/lib/api-types'

export type Stage = components['schemas']['StageView']
export type Pipeline = components['schemas']['PipelineView']
export type Impact = components['schemas']['StageImpact']
export type SyncRun = components['schemas']['SyncRunView']

/** A stage to flag or to unflag. */
export interface Mark {
  stage: Stage
  isQualified: boolean
}
