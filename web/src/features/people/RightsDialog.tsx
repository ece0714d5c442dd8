import { Alert, Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { commonTexts } from '@/components/texts'
import { type Rights, type User, useChangeUser } from '@/features/people/api'
import { refusalSentence } from '@/features/people/refusals'
import { RightsFields } from '@/features/people/RightsFields'
import { peopleTexts } from '@/features/people/texts'
import { useLanguage, useTexts } from '@/lib/texts'

interface Props {
  user: User
  opened: boolean
  onClose: () => void
}

export function RightsDialog({ user, opened, onClose }: Props) {
  const t = useTexts(peopleTexts)
  return (
    <Modal opened={opened} onClose={onClose} title={t('editTitle')}>
      <RightsForm user={user} onDone={onClose} />
    </Modal>
  )
}

// Mounted with the dialog, so that it begins with what the user has now.
function RightsForm({ user, onDone }: { user: User; onDone: () => void }) {
  const t = useTexts(commonTexts)
  const language = useLanguage()
  const [rights, setRights] = useState<Rights>({ role: user.role, account_ids: user.account_ids })
  const change = useChangeUser(user.id)
  return (
    <Stack>
      <Text size="sm">{user.email}</Text>
      {change.isError && (
        <Alert color="red" variant="light" role="alert">
          {refusalSentence(change.error, language, { conflict: 'lastAdministrator' })}
        </Alert>
      )}
      <RightsFields rights={rights} onChange={setRights} />
      <Button loading={change.isPending} onClick={() => change.mutate(rights, { onSuccess: onDone })}>
        {t('save')}
      </Button>
    </Stack>
  )
}
