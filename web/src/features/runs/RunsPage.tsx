import { Button, Stack, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconGitCompare, IconLayoutKanban } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Allowed } from '@/components/Allowed'
import { ButtonLink } from '@/components/Links'
import { Page } from '@/components/Page'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { runsQuery, useReconcile } from '@/features/runs/api'
import { CompletenessTable } from '@/features/runs/CompletenessTable'
import { RunTable } from '@/features/runs/RunTable'
import { runTexts } from '@/features/runs/texts'
import { useAccount } from '@/lib/account'
import { useSyncStages } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

/** Sync runs of an account, and the completeness of its webhooks. */
export function RunsPage() {
  const t = useTexts(runTexts)
  const { id: accountId } = useAccount()
  const runs = useQuery(runsQuery(accountId))
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Allowed to="work">
          <Start />
        </Allowed>
      }
    >
      <Stack gap="xl">
        <Stack gap="xs">
          <Title order={2} size="h4">
            {t('runs')}
          </Title>
          <QueryView query={runs}>
            {(all) =>
              all.length > 0 ? (
                <RunTable runs={all} />
              ) : (
                <Empty
                  title={t('empty')}
                  hint={t('emptyHint')}
                  action={
                    <Allowed to="configure">
                      <ButtonLink to="/a/$accountId/settings" params={{ accountId }} variant="default">
                        {t('toSettings')}
                      </ButtonLink>
                    </Allowed>
                  }
                />
              )
            }
          </QueryView>
        </Stack>
        <CompletenessTable />
      </Stack>
    </Page>
  )
}

function Start() {
  const t = useTexts(runTexts)
  const { id: accountId } = useAccount()
  const reconcile = useReconcile(accountId)
  const sync = useSyncStages(accountId)
  const tell = (message: string) => notifications.show({ message })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLayoutKanban size={18} />}
        loading={sync.isPending}
        onClick={() =>
          sync.mutate(undefined, { onSuccess: ({ synced }) => tell(t('synced', { count: synced })) })
        }
      >
        {t('sync')}
      </Button>
      <Button
        leftSection={<IconGitCompare size={18} />}
        loading={reconcile.isPending}
        onClick={() => reconcile.mutate(undefined, { onSuccess: () => tell(t('started')) })}
      >
        {t('reconcile')}
      </Button>
    </>
  )
}
