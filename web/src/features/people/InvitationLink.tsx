import { Modal, Stack, Text } from '@mantine/core'
import { CopyField } from '@/components/CopyField'
import type { Invited } from '@/features/people/api'
import { peopleTexts } from '@/features/people/texts'
import { formatter } from '@/lib/format'
import { useLanguage } from '@/lib/language'
import { useTexts } from '@/lib/texts'

/** Shown once: only its hash is stored. */
export function InvitationLink({ invited, onClose }: { invited?: Invited; onClose: () => void }) {
  const t = useTexts(peopleTexts)
  const format = formatter(useLanguage())
  return (
    <Modal opened={invited !== undefined} onClose={onClose} title={t('linkTitle')}>
      {invited && (
        <Stack>
          <Text size="sm">
            {t('linkHint', { email: invited.email, until: format.time(invited.expires_at) })}
          </Text>
          <CopyField label={t('linkTitle')} value={invited.invitation_url} />
        </Stack>
      )}
    </Modal>
  )
}
