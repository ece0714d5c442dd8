import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { commonTexts } from '@/components/texts'
import { useTexts } from '@/lib/texts'

/** Confirms an action that cannot be undone. */
export function ConfirmDialog({
  opened,
  onClose,
  title,
  hint,
  action,
  isPending,
  onConfirm,
  children,
}: {
  opened: boolean
  onClose: () => void
  title: string
  hint: string
  action: string
  isPending: boolean
  onConfirm: () => void
  children?: ReactNode
}) {
  const t = useTexts(commonTexts)
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text size="sm">{hint}</Text>
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={isPending} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
