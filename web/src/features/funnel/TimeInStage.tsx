import { Paper, ScrollArea, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { StageBadge } from '@/components/StageBadge'
import { timeInStageQuery } from '@/features/funnel/api'
import classes from '@/features/funnel/funnel.module.css'
import { exitShares } from '@/features/funnel/metrics'
import { funnelTexts } from '@/features/funnel/texts'
import { useFormat } from '@/lib/account'
import type { StageTime } from '@/lib/figures'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** Time in each stage, and where leads go next. */
export function TimeInStage({ pipelineId }: { pipelineId: number }) {
  const t = useTexts(funnelTexts)
  const { request } = useFilter()
  const query = useQuery(timeInStageQuery(request, pipelineId))
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} component="section" aria-labelledby="times">
      <Title order={2} size="h4" id="times">
        {t('times')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('timesHint')}
      </Text>
      <QueryView query={query} lines={6}>
        {({ stages }) => {
          const visited = stages.filter((stage) => stage.visits > 0)
          return visited.length === 0 ? <Text c="dimmed">{t('noLeads')}</Text> : <Times stages={visited} />
        }}
      </QueryView>
    </Paper>
  )
}

function Times({ stages }: { stages: StageTime[] }) {
  const t = useTexts(funnelTexts)
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('exits') }}>
      <Table miw={880} tabularNums className={classes.times} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('stage')}</Table.Th>
            {(['median', 'p75', 'visits', 'open'] as const).map((column) => (
              <Table.Th key={column} scope="col" ta="right">
                {t(column)}
              </Table.Th>
            ))}
            <Table.Th scope="col" w="34%">
              {t('exits')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stages.map((stage) => (
            <Line key={stage.status_id} stage={stage} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}

function Line({ stage }: { stage: StageTime }) {
  const format = useFormat()
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <StageBadge name={stage.status_name} color={stage.status_color} />
      </Table.Th>
      <Table.Td ta="right" fw={600}>
        {format.hours(stage.median_hours)}
      </Table.Td>
      <Table.Td ta="right">{format.hours(stage.p75_hours)}</Table.Td>
      <Table.Td ta="right">{format.count(stage.visits)}</Table.Td>
      <Table.Td ta="right">{format.count(stage.open)}</Table.Td>
      <Table.Td>
        <Exits stage={stage} />
      </Table.Td>
    </Table.Tr>
  )
}

/** Hidden from screen readers: the text below is the legend. */
function Exits({ stage }: { stage: StageTime }) {
  const t = useTexts(funnelTexts)
  const format = useFormat()
  const shares = exitShares(stage)
  if (shares.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('stillAll')}
      </Text>
    )
  return (
    <>
      <div className={classes.exits} aria-hidden>
        {shares.map(({ exit, share }) => (
          <div key={exit} className={classes.exit} data-exit={exit} style={{ width: `${share}%` }} />
        ))}
      </div>
      <div className={classes.legend}>
        {shares.map(({ exit, share, count }) => (
          <Text key={exit} span size="xs" className={classes.key}>
            <span className={classes.dot} data-exit={exit} aria-hidden />
            {t('exitShare', { exit: t(`exit_${exit}`), share: format.percent(share) })} ({format.count(count)}
            )
          </Text>
        ))}
      </div>
    </>
  )
}
