import { Group, Paper, Progress, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SectionTitle } from '@/components/SectionTitle'
import { AnchorLink } from '@/components/Links'
import { QueryView } from '@/components/QueryView'
import { smallFunnelTexts } from '@/components/funnel-texts'
import { useAccount, useFormat } from '@/lib/account'
import { funnelQuery } from '@/lib/analytics'
import { type FigureRequest, type FunnelStage, isStep, type Pipeline } from '@/lib/figures'
import { pipelinesQuery } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

/** The funnel of the period in brief. */
export function SmallFunnel({ request }: { request: FigureRequest }) {
  const { id } = useAccount()
  const query = useQuery(pipelinesQuery(id))
  return (
    <Paper
      withBorder
      p={{ base: 'sm', sm: 'md' }}
      component="section"
      aria-labelledby="small-funnel"
      h="100%"
    >
      <QueryView query={query} lines={6}>
        {(pipelines) => <OfPipeline pipelines={pipelines} request={request} />}
      </QueryView>
    </Paper>
  )
}

function OfPipeline({ pipelines, request }: { pipelines: Pipeline[]; request: FigureRequest }) {
  const t = useTexts(smallFunnelTexts)
  const { id } = useAccount()
  const [chosen, setChosen] = useState<number>()
  const pipeline = pipelines.find((p) => p.pipeline_id === chosen) ?? pipelines[0]
  return (
    <>
      <Group justify="space-between" mb="md" gap="xs">
        <SectionTitle id="small-funnel" title={t('funnel')} term="funnel" />
        {pipelines.length > 1 && pipeline && (
          <Select
            aria-label={t('pipeline')}
            size="xs"
            w={180}
            className="screen-only"
            allowDeselect={false}
            value={String(pipeline.pipeline_id)}
            onChange={(value) => setChosen(Number(value))}
            data={pipelines.map((p) => ({ value: String(p.pipeline_id), label: p.pipeline_name }))}
          />
        )}
        {pipeline && (
          <Text size="sm" c="dimmed" className="print-only">
            {pipeline.pipeline_name}
          </Text>
        )}
        {pipeline && (
          <AnchorLink
            className="screen-only"
            size="sm"
            to="/a/$accountId/funnel"
            params={{ accountId: id }}
            search={{
              pipelineId: pipeline.pipeline_id,
              creativeId: request.creativeId,
              directionId: request.directionId,
            }}
          >
            {t('openFunnel')}
          </AnchorLink>
        )}
      </Group>
      {pipeline ? <Bars pipelineId={pipeline.pipeline_id} request={request} /> : <NoPipeline />}
    </>
  )
}

function NoPipeline() {
  const t = useTexts(smallFunnelTexts)
  const { id } = useAccount()
  return (
    <Text c="dimmed" size="sm">
      {t('noPipeline')}.{' '}
      <AnchorLink to="/a/$accountId/pipelines" params={{ accountId: id }} inherit underline="always">
        {t('toPipelines')}
      </AnchorLink>
    </Text>
  )
}

function Bars({ pipelineId, request }: { pipelineId: number; request: FigureRequest }) {
  const query = useQuery(funnelQuery(request, pipelineId))
  return (
    <QueryView query={query} lines={6}>
      {({ stages }) => (
        <Stack gap={10} component="ol" p={0} m={0}>
          {stages.filter(isStep).map((stage, _, steps) => (
            <StageBar key={stage.status_id} stage={stage} first={steps[0]?.reached_or_passed ?? 0} />
          ))}
        </Stack>
      )}
    </QueryView>
  )
}

function StageBar({ stage, first }: { stage: FunnelStage; first: number }) {
  const format = useFormat()
  const share = first === 0 ? 0 : (100 * stage.reached_or_passed) / first
  return (
    <Stack component="li" gap={3}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" truncate>
          {stage.status_name}
        </Text>
        <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          {format.count(stage.reached_or_passed)}{' '}
          <Text span size="sm" c="dimmed">
            {format.percent(stage.conversion_from_first?.rate)}
          </Text>
        </Text>
      </Group>
      <Progress value={share} size="sm" aria-hidden />
    </Stack>
  )
}
