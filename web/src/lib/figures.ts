import type { components } from '@/lib/api-types'
import type { asRequest } from '@/lib/filter'

type Schemas = components['schemas']
export type CreativeRow = Schemas['CreativeRow']
export type Coverage = Schemas['CreativeCoverage']
export type FunnelStage = Schemas['FunnelStage']
export type StageTime = Schemas['StageTime']
export type MaturityFigures = Schemas['MaturityFigures']
export type Pipeline = Schemas['PipelineView']

/** What figures are asked for: the filter of the address, of one account. */
export type FigureRequest = { userAccountId: string } & ReturnType<typeof asRequest>

/** Leads that no creative is known for stand under this name. */
export const unknownCreative = 'unknown'

/** amoCRM's own stages of deals that were won and lost, in every pipeline. */
export const wonStatus = 142
export const lostStatus = 143

/** Whether a stage is one of the way to a sale: neither what nobody has accepted yet, nor the end of what was lost. */
export const isStep = (stage: FunnelStage) => !stage.is_incoming && stage.status_id !== lostStatus
