import { ScrollArea, Table } from '@mantine/core'
import { LeadsLink } from '@/components/LeadsLink'
import { RateBar } from '@/components/RateBar'
import type { TrendPoint } from '@/components/trend/points'
import { pointLabel } from '@/components/trend/point-label'
import type { Interval } from '@/components/trend/search'
import { trendTexts } from '@/components/trend/texts'
import { useFormat } from '@/lib/account'
import type { FigureRequest } from '@/lib/figures'
import { useLanguage } from '@/lib/language'
import { useTexts } from '@/lib/texts'

/** The trend as a table, latest first; each count links to its leads. */
export function TrendTable({
  points,
  interval,
  request,
}: {
  points: TrendPoint[]
  interval: Interval
  request: FigureRequest
}) {
  const t = useTexts(trendTexts)
  return (
    <ScrollArea.Autosize mah={420} type="auto">
      <Table tabularNums miw={460} stickyHeader aria-labelledby="trend">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('date')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('leads')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('qualified')}
            </Table.Th>
            <Table.Th scope="col">{t('rate')}</Table.Th>
            <Table.Th scope="col" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.toReversed().map((point) => (
            <TrendRow key={point.date} point={point} interval={interval} request={request} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

function TrendRow({
  point,
  interval,
  request: { directionId, creativeId },
}: {
  point: TrendPoint
  interval: Interval
  request: FigureRequest
}) {
  const t = useTexts(trendTexts)
  const format = useFormat()
  const language = useLanguage()
  const count = (value: number, isQualified?: true) =>
    value === 0 ? (
      format.count(value)
    ) : (
      <LeadsLink
        size="sm"
        part={{ from: point.date, to: point.last_date, isQualified, directionId, creativeId }}
      >
        {format.count(value)}
      </LeadsLink>
    )
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {pointLabel(point, interval, language)}
      </Table.Th>
      <Table.Td ta="right">{count(point.total_leads)}</Table.Td>
      <Table.Td ta="right">{count(point.qualified_leads, true)}</Table.Td>
      <Table.Td>
        <RateBar rate={point.qualification} width={100} />
      </Table.Td>
      <Table.Td c="dimmed" fz="xs">
        {point.is_partial ? t('partialDays', { count: point.days }) : point.mature ? '' : t('young')}
      </Table.Td>
    </Table.Tr>
  )
}
