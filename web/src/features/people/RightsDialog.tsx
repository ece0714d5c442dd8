import { Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { commonTexts } from '@/components/texts'
import { type Rights, type User, useChangeUser } from '@/features/people/api'
import { RightsFields } from '@/features/people/RightsFields'
import { peopleTexts } from '@/features/people/texts'
import { useTexts } from '@/lib/texts'

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

// Mounted with the dialog, so that it starts from the user's current rights.
function RightsForm({ user, onDone }: { user: User; onDone: () => void }) {
  const t = useTexts(commonTexts)
  const [rights, setRights] = useState<Rights>({
    role: user.role,
    account_ids: user.account_ids,
    hide_contacts: user.hide_contacts,
  })
  const change = useChangeUser(user.id)
  return (
    <Stack>
      <Text size="sm">{user.email}</Text>
      <FormFailure error={change.error} />
      <RightsFields rights={rights} onChange={setRights} />
      <Button loading={change.isPending} onClick={() => change.mutate(rights, { onSuccess: onDone })}>
        {t('save')}
      </Button>
    </Stack>
  )
}
