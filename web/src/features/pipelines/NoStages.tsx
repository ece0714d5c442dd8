import { Stack } from '@mantine/core'
import { Allowed } from '@/components/Allowed'
import { ButtonLink } from '@/components/Links'
import { Empty } from '@/components/States'
import { SyncState } from '@/features/pipelines/SyncState'
import { pipelineTexts } from '@/features/pipelines/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The page before the first sync. */
export function NoStages() {
  const t = useTexts(pipelineTexts)
  const { id, connection } = useAccount()
  if (connection !== 'connected')
    return (
      <Empty
        title={t('notConnected')}
        hint={t('notConnectedHint')}
        action={
          <Allowed to="configure">
            <ButtonLink to="/a/$accountId/settings" params={{ accountId: id }}>
              {t('toSettings')}
            </ButtonLink>
          </Allowed>
        }
      />
    )
  return (
    <Empty
      title={t('noStages')}
      hint={t('noStagesHint')}
      action={
        <Stack align="center">
          <SyncState />
        </Stack>
      }
    />
  )
}
