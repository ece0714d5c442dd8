import { Alert, Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArchive } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { appTexts } from '@/app/texts'
import { Allowed } from '@/components/Allowed'
import { accountQuery } from '@/lib/account'
import { useArchive } from '@/lib/archive'
import { useTexts } from '@/lib/texts'

/** The notice on every page of an archived account. */
export function ArchivedNotice({ accountId }: { accountId: string }) {
  const t = useTexts(appTexts)
  const { data: account } = useQuery(accountQuery(accountId))
  const archive = useArchive()
  if (!account?.is_archived) return null
  return (
    <Alert color="gray" icon={<IconArchive aria-hidden />} mb="md" py="xs" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('isArchived')}</Text>
        <Allowed to="configure">
          <Button
            size="compact-sm"
            variant="default"
            loading={archive.isPending}
            onClick={() =>
              archive.mutate(
                { id: accountId, isArchived: false },
                { onSuccess: () => notifications.show({ message: t('broughtBack') }) },
              )
            }
          >
            {t('bringBack')}
          </Button>
        </Allowed>
      </Group>
    </Alert>
  )
}
