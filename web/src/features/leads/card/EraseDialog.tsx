import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { commonTexts } from '@/components/texts'
import { useEraseLead } from '@/features/leads/api'
import type { Lead } from '@/features/leads/types'
import { cardTexts } from '@/features/leads/card/texts'
import { useTexts } from '@/lib/texts'

/** Confirms the erasure: data that goes and data that stays. */
export function EraseDialog({ lead, isOpen, close }: { lead: Lead; isOpen: boolean; close: () => void }) {
  const t = useTexts(cardTexts)
  const common = useTexts(commonTexts)
  const erase = useEraseLead(lead.user_account_id, lead.id)
  const confirm = () =>
    erase.mutate(undefined, {
      onSuccess: () => {
        close()
        notifications.show({ color: 'teal', message: t('eraseDone') })
      },
    })
  return (
    <Modal opened={isOpen} onClose={close} title={t('eraseTitle')} centered>
      <Stack gap="md">
        <div>
          <Text fw={600} size="sm">
            {t('eraseWhat')}
          </Text>
          <Text size="sm">{t('eraseGoes')}.</Text>
        </div>
        <div>
          <Text fw={600} size="sm">
            {t('eraseStaysTitle')}
          </Text>
          <Text size="sm">{t('eraseStays')}.</Text>
        </div>
        <Text size="sm" c="dimmed">
          {t('eraseAmo')}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close} data-autofocus>
            {common('cancel')}
          </Button>
          <Button color="red" loading={erase.isPending} onClick={confirm}>
            {t('eraseConfirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
