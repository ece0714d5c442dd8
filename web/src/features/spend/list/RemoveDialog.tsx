import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { useDeleteSpend } from '@/features/spend/api'
import { spendTexts } from '@/features/spend/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Confirms that spend is deleted. */
export function RemoveDialog({
  rows,
  hint,
  close,
}: {
  rows: { from: string; to: string; adId?: string }
  hint: string
  close: () => void
}) {
  const t = useTexts(spendTexts)
  const remove = useDeleteSpend(useAccount().id)
  return (
    <ConfirmDialog
      opened
      onClose={close}
      title={t('removeTitle')}
      hint={hint}
      action={t('remove')}
      isPending={remove.isPending}
      onConfirm={() =>
        remove.mutate(rows, {
          onSuccess: ({ deleted }) => {
            notifications.show({ color: 'teal', message: t('removed', { count: deleted }) })
            close()
          },
        })
      }
    >
      <Text size="sm" c="dimmed">
        {t('removeForGood')}
      </Text>
    </ConfirmDialog>
  )
}
