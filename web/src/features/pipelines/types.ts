import type { components } from '@/lib/api-types'

export type Stage = components['schemas']['StageView']
export type Pipeline = components['schemas']['PipelineView']
export type Impact = components['schemas']['StageImpact']
export type SyncRun = components['schemas']['SyncRunView']

/** A mark that somebody wants to set or to take away. */
export interface Mark {
  stage: Stage
  isQualified: boolean
}
