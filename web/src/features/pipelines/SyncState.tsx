import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Allowed } from '@/components/Allowed'
import { AnchorLink } from '@/components/Links'
import { lastSyncQuery } from '@/features/pipelines/api'
import { progressOf } from '@/features/pipelines/metrics'
import { pipelineTexts } from '@/features/pipelines/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useSyncStages } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

/** The time of the last sync, with a button to sync now. */
export function SyncState() {
  const t = useTexts(pipelineTexts)
  const account = useAccount()
  const sync = useSyncStages(account.id)
  const { data: run } = useQuery(lastSyncQuery(account.id, sync.isPending))
  const isRunning = sync.isPending || run?.state === 'running'
  const start = () =>
    sync.mutate(undefined, {
      onSuccess: ({ pipelines, synced }) =>
        notifications.show({ color: 'teal', message: t('synced', { pipelines, stages: synced }) }),
    })
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Allowed to="work">
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={isRunning}
            disabled={account.connection !== 'connected'}
            onClick={start}
          >
            {t('syncNow')}
          </Button>
        </Allowed>
        {!isRunning && <Said />}
      </Group>
      {isRunning && (
        <Stack gap={4} role="status">
          <Text size="sm">{t('syncing')}</Text>
          <Progress
            value={(run?.state === 'running' ? progressOf(run) : null) ?? 100}
            animated
            aria-label={t('syncing')}
          />
        </Stack>
      )}
    </Stack>
  )
}

function Said() {
  const t = useTexts(pipelineTexts)
  const format = useFormat()
  const { id, connection } = useAccount()
  const { data: run } = useQuery(lastSyncQuery(id, false))
  if (connection !== 'connected')
    return (
      <Text size="sm" c="dimmed">
        {t('notConnected')}.{' '}
        <Allowed to="configure">
          <AnchorLink to="/a/$accountId/settings" params={{ accountId: id }} inherit underline="always">
            {t('toSettings')}
          </AnchorLink>
        </Allowed>
      </Text>
    )
  if (run === undefined) return null
  if (run === null)
    return (
      <Text size="sm" c="dimmed">
        {t('neverSynced')}
      </Text>
    )
  if (run.state === 'failed')
    return (
      <Text size="sm" c="red">
        {t('syncFailed', { error: run.error ?? '' })}{' '}
        <AnchorLink to="/a/$accountId/runs" params={{ accountId: id }} inherit underline="always">
          {t('allRuns')}
        </AnchorLink>
      </Text>
    )
  return (
    <Text size="sm" c="dimmed">
      {t('lastSync', { time: format.time(run.finished_at) })}
    </Text>
  )
}
