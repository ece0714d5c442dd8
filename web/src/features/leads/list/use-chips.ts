import { useQuery } from '@tanstack/react-query'
import { commonTexts } from '@/components/texts'
import { type LeadList, listParts } from '@/features/leads/search'
import { leadTexts } from '@/features/leads/texts'
import { useLeadList } from '@/features/leads/use-lead-list'
import { useAccount, useFormat } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { directionsQuery } from '@/lib/directions'
import type { Filter } from '@/lib/filter'
import { pipelinesQuery } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

type Part = keyof LeadList | keyof Filter

export interface Chip {
  label: string
  /** The search parameters that the chip removes. */
  parts: Part[]
}

const stageParts = ['statusId', 'reachedStatusId', 'reachedOrPassedStatusId', 'lostFromStatusId'] as const
const stageTexts = {
  statusId: 'chipStage',
  reachedStatusId: 'chipReached',
  reachedOrPassedStatusId: 'chipReachedOrPassed',
  lostFromStatusId: 'chipLostFrom',
} as const

/** The chips of the active filters. */
export function useChips(): Chip[] {
  const t = useTexts(leadTexts)
  const common = useTexts(commonTexts)
  const format = useFormat()
  const { id } = useAccount()
  const { list, filter } = useLeadList()
  const { data: directions = [] } = useQuery(directionsQuery(id))
  const { data: creatives = [] } = useQuery(creativesQuery(id))
  const { data: pipelines = [] } = useQuery(pipelinesQuery(id))

  const chips: Chip[] = []
  const add = (label: string, ...parts: Part[]) => chips.push({ label, parts })
  if (list.search) add(t('chipSearch', { text: list.search }), 'search')
  if (filter.from || filter.to) {
    const from = filter.from && t('chipSince', { from: format.day(filter.from) })
    const to = filter.to && t('chipUntil', { to: format.day(filter.to) }).toLowerCase()
    add([from, to].filter(Boolean).join(' '), 'from', 'to')
  }
  if (filter.directionId) {
    const name = directions.find((direction) => direction.id === filter.directionId)?.name ?? '…'
    add(t('chipDirection', { name }), 'directionId')
  }
  if (list.creativeId) {
    const name = creatives.find((creative) => creative.id === list.creativeId)?.title ?? '…'
    add(list.creativeId === 'unknown' ? t('withoutCreative') : t('chipCreative', { name }), 'creativeId')
  }
  const pipeline = pipelines.find(({ pipeline_id }) => pipeline_id === list.pipelineId)
  const stagePart = stageParts.find((part) => list[part] !== undefined)
  if (stagePart) {
    const stage = pipeline?.stages.find(({ status_id }) => status_id === list[stagePart])
    const name = stage?.status_name ?? `${list[stagePart]}`
    const isOne = pipelines.length < 2 || !pipeline
    add(
      t(stageTexts[stagePart], { name: isOne ? name : `${name} (${pipeline.pipeline_name})` }),
      'pipelineId',
      stagePart,
    )
  } else if (list.pipelineId !== undefined)
    add(t('chipPipeline', { name: pipeline?.pipeline_name ?? `${list.pipelineId}` }), 'pipelineId')
  if (list.isQualified !== undefined)
    add(list.isQualified ? t('isQualified') : t('isNotQualified'), 'isQualified')
  if (filter.mode === 'within') add(t('chipWithin', { days: filter.days ?? 14 }), 'mode', 'days')
  else if (filter.mode)
    add(t('chipMode', { mode: common(`mode_${filter.mode}`).toLowerCase() }), 'mode', 'days')
  if (list.amocrmPush) add(t(`chipPush_${list.amocrmPush}`), 'amocrmPush')
  if (list.won !== undefined) add(list.won ? t('won') : t('notWon'), 'won')
  if (list.counted) add(t('chipCounted'), 'counted')
  return chips
}

/** Every search parameter that narrows the list. */
export const allParts: Part[] = [...listParts, 'from', 'to', 'period', 'directionId', 'mode', 'days']
