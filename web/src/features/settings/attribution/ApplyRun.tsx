import { Alert, Progress, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { runQuery } from '@/features/settings/attribution/api'
import { attributionTexts } from '@/features/settings/attribution/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The run that applies the fields to all leads. */
export function ApplyRun({ runId }: { runId: string }) {
  const t = useTexts(attributionTexts)
  const format = useFormat()
  const { id } = useAccount()
  const queryClient = useQueryClient()
  const { data: run } = useQuery(runQuery(id, runId))
  const isDone = run?.state === 'done'
  useEffect(() => {
    if (isDone) void queryClient.invalidateQueries({ queryKey: ['account', id, 'analytics'] })
  }, [isDone, queryClient, id])
  if (run?.state === 'failed') return <Alert color="red">{t('applyFailed')}</Alert>
  if (run && isDone)
    return (
      <Alert color="green" role="status" title={t('applied', { count: run.changed })}>
        {t('undo')}
      </Alert>
    )
  const share = run?.total ? (100 * run.done) / run.total : 100
  return (
    <div>
      <Text size="sm" role="status">
        {t('applying')}
      </Text>
      <Progress value={share} animated mt={4} aria-label={t('applying')} />
      {run?.total && (
        <Text size="xs" c="dimmed">
          {t('applyingOf', { done: format.count(run.done), total: format.count(run.total) })}
        </Text>
      )}
    </div>
  )
}
