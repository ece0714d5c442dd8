import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { FormFailure } from '@/components/FormFailure'
import { commonTexts } from '@/components/texts'
import { type User, useRemoveUser } from '@/features/people/api'
import { peopleTexts } from '@/features/people/texts'
import { useTexts } from '@/lib/texts'

export function RemoveDialog({
  user,
  opened,
  onClose,
}: {
  user: User
  opened: boolean
  onClose: () => void
}) {
  const t = useTexts(peopleTexts)
  const common = useTexts(commonTexts)
  const remove = useRemoveUser(user.id)
  return (
    <Modal opened={opened} onClose={onClose} title={t('removeTitle')}>
      <Stack>
        <Text size="sm">{t('removeHint', { email: user.email })}</Text>
        <FormFailure error={remove.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(undefined, {
                onSuccess: () => {
                  notifications.show({ message: t('removed') })
                  onClose()
                },
              })
            }
          >
            {common('delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
