import { Group, Paper, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { Reached } from '@/features/funnel/Reached'
import { readFunnelView } from '@/features/funnel/search'
import { Snapshot } from '@/features/funnel/Snapshot'
import { funnelTexts } from '@/features/funnel/texts'
import { funnelQuery } from '@/lib/analytics'
import type { FunnelStage } from '@/lib/figures'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

const isEmpty = (stages: FunnelStage[]) =>
  stages.every((stage) => stage.reached_or_passed === 0 && stage.reached === 0 && stage.current === 0)

/** Stages reached, or the current snapshot. */
export function Stages({ pipelineId }: { pipelineId: number }) {
  const t = useTexts(funnelTexts)
  const { request } = useFilter()
  const { view } = readFunnelView(useSearch({ strict: false }))
  const query = useQuery(funnelQuery(request, pipelineId))
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} component="section" aria-label={t(view ?? 'reached')}>
      <Group mb="xs" grow preventGrowOverflow={false} maw={420}>
        <ViewChoice view={view} />
      </Group>
      <Text size="sm" c="dimmed" mb="md">
        {t(view === 'now' ? 'nowHint' : 'reachedHint')}
      </Text>
      <QueryView query={query} lines={8}>
        {({ stages }) => {
          if (isEmpty(stages)) return <Empty title={t('noLeads')} hint={t('noLeadsHint')} />
          const List = view === 'now' ? Snapshot : Reached
          return <List stages={stages} pipelineId={pipelineId} />
        }}
      </QueryView>
    </Paper>
  )
}

function ViewChoice({ view }: { view?: 'now' }) {
  const t = useTexts(funnelTexts)
  const navigate = useNavigate()
  return (
    <SegmentedControl
      aria-label={t('view')}
      value={view ?? 'reached'}
      onChange={(chosen) =>
        void navigate({
          to: '.',
          replace: true,
          resetScroll: false,
          search: (before) => ({ ...before, ...readFunnelView({ ...before, view: chosen }) }),
        })
      }
      data={[
        { value: 'reached', label: t('reached') },
        { value: 'now', label: t('now') },
      ]}
    />
  )
}
