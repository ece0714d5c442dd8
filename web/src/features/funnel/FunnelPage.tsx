import { Group, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FilterBar } from '@/components/FilterBar'
import { ButtonLink } from '@/components/Links'
import { Page } from '@/components/Page'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { CreativeFilter } from '@/features/funnel/CreativeFilter'
import { PrintedFunnel } from '@/features/funnel/PrintedFunnel'
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
  const { pipelineId } = readFunnelView(useSearch({ strict: false }))
  const pipeline = query.data?.find((one) => one.pipeline_id === pipelineId) ?? query.data?.[0]
  return (
    <Page
      isWide
      title={t('title')}
      description={t('description')}
      printed={<PrintedFunnel pipeline={pipeline} />}
    >
      <QueryView query={query} lines={9}>
        {(pipelines) =>
          pipeline ? <OfPipeline pipeline={pipeline} pipelines={pipelines} /> : <NoPipelines />
        }
      </QueryView>
    </Page>
  )
}

function OfPipeline({ pipeline, pipelines }: { pipeline: Pipeline; pipelines: Pipeline[] }) {
  const t = useTexts(funnelTexts)
  const navigate = useNavigate()
  const change = (chosen: number) =>
    void navigate({ to: '.', replace: true, search: (before) => ({ ...before, pipelineId: chosen }) })
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Group gap="sm" align="flex-end" className="screen-only">
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
