import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { adviceTexts } from '@/components/advice-texts'
import { commonTexts } from '@/components/texts'
import { csvRows } from '@/features/creatives/csv'
import { filtered, sorted } from '@/features/creatives/metrics'
import { creativesTexts } from '@/features/creatives/texts'
import { useNames } from '@/features/creatives/use-names'
import { useTotals } from '@/features/creatives/use-totals'
import { useTable } from '@/features/creatives/use-table'
import { useAccount } from '@/lib/account'
import { csvOf, saveAs } from '@/lib/csv'
import type { CreativeRow } from '@/lib/figures'
import { isSnapshot } from '@/lib/filter'
import { useLanguage } from '@/lib/language'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** Downloads the table as shown. */
export function CsvButton({ rows }: { rows: readonly CreativeRow[] }) {
  const t = useTexts(creativesTexts)
  const say = useTexts(adviceTexts)
  const common = useTexts(commonTexts)
  const language = useLanguage()
  const { name } = useAccount()
  const { request } = useFilter()
  const { titleOf, directionOf } = useNames()
  const { view, sort, order } = useTable()
  const shown = sorted(filtered(rows, view.text, view.verdict), sort, order, directionOf)
  const totals = useTotals(shown, rows)
  const save = () => {
    const days = [request.from, request.to].filter(Boolean).join('_')
    const names = { t, say, titleOf, directionOf }
    const lines = csvRows(shown, totals, names, isSnapshot(request.mode))
    const file = [t('title'), name, days].filter(Boolean).join(' ')
    saveAs(`${file}.csv`, csvOf(lines, language))
  }
  return (
    <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
      {common('downloadCsv')}
    </Button>
  )
}
