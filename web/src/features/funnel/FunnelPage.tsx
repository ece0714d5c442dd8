import { Group, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FilterBar } from '@/components/FilterBar'
import { ButtonLink } from '@/components/Links'
import { Page } from '@/components/Page'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { CreativeFilter } from '@/features/funnel/CreativeFilter'
import { readFunnelView } from '@/features/funnel/search'
import { Stages } from '@/features/funnel/Stages'
import { funnelTexts } from '@/features/funnel/texts'
import { TimeInStage } from '@/features/funnel/TimeInStage'
import { useAccount } from '@/lib/account'
import type { Pipeline } from '@/lib/figures'
import { pipelinesQuery } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

/** Stages reached, current stages and time in stage of a pipeline. */
export function FunnelPage() {
  const t = useTexts(funnelTexts)
  const { id } = useAccount()
  const query = useQuery(pipelinesQuery(id))
  return (
    <Page isWide title={t('title')} description={t('description')}>
      <QueryView query={query} lines={9}>
        {(pipelines) => (pipelines.length === 0 ? <NoPipelines /> : <OfPipeline pipelines={pipelines} />)}
      </QueryView>
    </Page>
  )
}

function OfPipeline({ pipelines }: { pipelines: Pipeline[] }) {
  const t = useTexts(funnelTexts)
  const navigate = useNavigate()
  const { pipelineId } = readFunnelView(useSearch({ strict: false }))
  const pipeline = pipelines.find((p) => p.pipeline_id === pipelineId) ?? pipelines[0]
  if (!pipeline) return null
  const change = (chosen: number) =>
    void navigate({ to: '.', replace: true, search: (before) => ({ ...before, pipelineId: chosen }) })
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <Select
            label={t('pipeline')}
            w={{ base: '100%', xs: 240 }}
            allowDeselect={false}
            value={String(pipeline.pipeline_id)}
            onChange={(value) => value && change(Number(value))}
            data={pipelines.map((p) => ({ value: String(p.pipeline_id), label: p.pipeline_name }))}
          />
          <CreativeFilter />
        </Group>
        <FilterBar withMode={false} />
      </Stack>
      <Stages pipelineId={pipeline.pipeline_id} />
      <TimeInStage pipelineId={pipeline.pipeline_id} />
    </Stack>
  )
}

function NoPipelines() {
  const t = useTexts(funnelTexts)
  const { id } = useAccount()
  return (
    <Empty
      title={t('noPipelines')}
      hint={t('noPipelinesHint')}
      action={
        <ButtonLink to="/a/$accountId/pipelines" params={{ accountId: id }}>
          {t('toPipelines')}
        </ButtonLink>
      }
    />
  )
}
