import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { leadTexts } from '@/features/leads/texts'
import { useLeadList } from '@/features/leads/use-lead-list'
import { useAccount } from '@/lib/account'
import { pipelinesQuery } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

const keyOf = (pipelineId: number, statusId?: number) =>
  statusId === undefined ? `${pipelineId}` : `${pipelineId}:${statusId}`

function partsOf(key: string | null) {
  const [pipeline, status] = (key ?? '').split(':')
  return {
    pipelineId: pipeline ? Number(pipeline) : undefined,
    statusId: status ? Number(status) : undefined,
  }
}

/** Selects a stage with its pipeline, or a whole pipeline. */
export function StageFilter() {
  const t = useTexts(leadTexts)
  const { id } = useAccount()
  const { list, change } = useLeadList()
  const { data: pipelines = [] } = useQuery(pipelinesQuery(id))
  if (pipelines.length === 0) return null
  return (
    <Select
      label={t('stage')}
      placeholder={t('allStages')}
      w={{ base: '100%', sm: 220 }}
      clearable
      searchable
      value={list.pipelineId === undefined ? null : keyOf(list.pipelineId, list.statusId)}
      onChange={(key) =>
        change({
          ...partsOf(key),
          reachedStatusId: undefined,
          reachedOrPassedStatusId: undefined,
          lostFromStatusId: undefined,
        })
      }
      data={pipelines.map(({ pipeline_id, pipeline_name, stages }) => ({
        group: pipeline_name,
        items: [
          { value: keyOf(pipeline_id), label: `${t('wholePipeline')}: ${pipeline_name}` },
          ...stages.map(({ status_id, status_name }) => ({
            value: keyOf(pipeline_id, status_id),
            label: status_name,
          })),
        ],
      }))}
    />
  )
}
