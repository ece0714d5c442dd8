import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { RemoveDialog } from '@/features/spend/list/RemoveDialog'
import { spendTexts } from '@/features/spend/texts'
import { useSpendList } from '@/features/spend/use-spend-list'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Deletes the spend of the chosen days; all time is never deleted at once. */
export function RemovePeriod() {
  const t = useTexts(spendTexts)
  const format = useFormat()
  const {
    request: { from, to },
  } = useSpendList()
  const [isOpen, setIsOpen] = useState(false)
  if (!from || !to) return null
  return (
    <>
      <Button
        className="screen-only"
        variant="subtle"
        color="red"
        size="xs"
        leftSection={<IconTrash size={14} />}
        onClick={() => setIsOpen(true)}
      >
        {t('removePeriod')}
      </Button>
      {isOpen && (
        <RemoveDialog
          rows={{ from, to }}
          hint={t('removePeriodHint', { days: format.days(from, to) })}
          close={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
