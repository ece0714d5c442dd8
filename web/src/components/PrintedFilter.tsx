import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { commonTexts } from '@/components/texts'
import { useAccount, useFormat } from '@/lib/account'
import { directionsQuery } from '@/lib/directions'
import { defaultMode } from '@/lib/filter'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** The account, filter and day of a printed page, in place of the controls. */
export function PrintedFilter({ withMode }: { withMode: boolean }) {
  const t = useTexts(commonTexts)
  const format = useFormat()
  const { id, name } = useAccount()
  const { filter, request, today } = useFilter()
  const { data: directions = [] } = useQuery(directionsQuery(id))
  const { from, to = today } = request
  const direction = directions.find((one) => one.id === filter.directionId)?.name
  const mode = t(`mode_${filter.mode ?? defaultMode}`)
  const parts = [
    name,
    filter.mode === 'judged'
      ? t('period_all')
      : from
        ? format.days(from, to)
        : request.to
          ? t('until', { day: format.day(to) })
          : t('period_all'),
    direction && `${t('direction')}: ${direction}`,
    withMode && `${t('mode')}: ${filter.mode === 'within' ? `${mode} (${filter.days})` : mode}`,
    t('printed', { day: format.day(today) }),
  ]
  return (
    <Text size="sm" className="print-only">
      {parts.filter(Boolean).join(' · ')}
    </Text>
  )
}
