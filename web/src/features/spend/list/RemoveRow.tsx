import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { SpendRow } from '@/features/spend/api'
import { RemoveDialog } from '@/features/spend/list/RemoveDialog'
import { spendTexts } from '@/features/spend/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Deletes a day of an ad. A day of a whole creative goes with its period. */
export function RemoveRow({ row }: { row: SpendRow }) {
  const t = useTexts(spendTexts)
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  if (row.ad_id === null) return null
  const named = { ad: row.ad_name ?? row.ad_id, day: format.day(row.date) }
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('removeRow', named)}
        onClick={() => setIsOpen(true)}
      >
        <IconTrash size={16} />
      </ActionIcon>
      {isOpen && (
        <RemoveDialog
          rows={{ from: row.date, to: row.date, adId: row.ad_id }}
          hint={t('removeRowHint', named)}
          close={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
