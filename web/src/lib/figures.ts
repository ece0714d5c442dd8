import type { components } from '@/lib/api-types'
import type { asRequest } from '@/lib/filter'

type Schemas = components['schemas']
export type CreativeRow = Schemas['CreativeRow']
export type Coverage = Schemas['CreativeCoverage']
export type FunnelStage = Schemas['FunnelStage']
export type StageTime = Schemas['StageTime']
export type MaturityFigures = Schemas['MaturityFigures']
export type Pipeline = Schemas['PipelineView']

/** The parameters of a request for figures. */
export type FigureRequest = { userAccountId: string } & ReturnType<typeof asRequest>

/** The API's id for leads without a creative. */
export const unknownCreative = 'unknown'

/** amoCRM's ids of won and lost, the same in every pipeline. */
export const wonStatus = 142
export const lostStatus = 143

/** True for stages on the path to a sale: neither incoming nor lost. */
export const isStep = (stage: FunnelStage) => !stage.is_incoming && stage.status_id !== lostStatus
