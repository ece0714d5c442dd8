import { useQuery } from '@tanstack/react-query'
import { PrintedLine } from '@/components/PrintedLine'
import { commonTexts } from '@/components/texts'
import { useAccount, useFormat } from '@/lib/account'
import { directionsQuery } from '@/lib/directions'
import { defaultMode } from '@/lib/filter'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** The account, filter and day of a printed page, in place of the controls. */
export function PrintedFilter({
  withMode = true,
  parts = [],
}: {
  withMode?: boolean
  parts?: readonly (string | undefined)[]
}) {
  const t = useTexts(commonTexts)
  const { id } = useAccount()
  const { filter } = useFilter()
  const { data: directions = [] } = useQuery(directionsQuery(id))
  const direction = directions.find((one) => one.id === filter.directionId)?.name
  const mode = t(`mode_${filter.mode ?? defaultMode}`)
  return (
    <PrintedLine
      parts={[
        useDays(),
        direction && `${t('direction')}: ${direction}`,
        withMode && `${t('mode')}: ${filter.mode === 'within' ? `${mode} (${filter.days})` : mode}`,
        ...parts,
      ]}
    />
  )
}

function useDays() {
  const t = useTexts(commonTexts)
  const format = useFormat()
  const { filter, request, today } = useFilter()
  const { from, to } = request
  if (filter.mode === 'judged') return t('period_all')
  if (from) return format.days(from, to ?? today)
  return to ? t('until', { day: format.day(to) }) : t('period_all')
}
