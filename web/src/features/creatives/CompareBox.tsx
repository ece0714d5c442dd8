import { Checkbox } from '@mantine/core'
import { isKnown } from '@/features/creatives/metrics'
import { mostCompared } from '@/features/creatives/search'
import { creativesTexts } from '@/features/creatives/texts'
import { useNames } from '@/features/creatives/use-names'
import type { Table } from '@/features/creatives/use-table'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

export function CompareBox({ row, table: { ids, toggle } }: { row: CreativeRow; table: Table }) {
  const t = useTexts(creativesTexts)
  const { titleOf } = useNames()
  const isChosen = ids.includes(row.creative_id)
  return (
    <Checkbox
      size="sm"
      aria-label={t('select', { title: titleOf(row) })}
      disabled={!isKnown(row) || (!isChosen && ids.length >= mostCompared)}
      checked={isChosen}
      onChange={() => toggle(row.creative_id)}
    />
  )
}
