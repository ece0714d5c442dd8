import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { archiveTexts } from '@/features/settings/archive-texts'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Section } from '@/components/Section'
import { useAccount } from '@/lib/account'
import { useArchive } from '@/lib/archive'
import { useTexts } from '@/lib/texts'

/** Archives the account. */
export function ArchiveSection() {
  const t = useTexts(archiveTexts)
  const { id, name, is_archived } = useAccount()
  const archive = useArchive()
  const navigate = useNavigate()
  const [isAsking, { open, close }] = useDisclosure(false)
  if (is_archived) return null
  return (
    <Section title={t('section')} hint={t('sectionHint')}>
      <Button variant="default" onClick={open} style={{ alignSelf: 'flex-start' }}>
        {t('archive')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={close}
        title={t('confirmTitle', { name })}
        hint={t('sectionHint')}
        action={t('archive')}
        isPending={archive.isPending}
        onConfirm={() =>
          archive.mutate(
            { id, isArchived: true },
            {
              onSuccess: () => {
                notifications.show({ message: t('archived') })
                void navigate({ to: '/' })
              },
            },
          )
        }
      />
    </Section>
  )
}
