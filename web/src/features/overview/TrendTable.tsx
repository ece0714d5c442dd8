import { ScrollArea, Table } from '@mantine/core'
import { LeadsLink } from '@/components/LeadsLink'
import { RateBar } from '@/components/RateBar'
import type { TrendPoint } from '@/features/overview/metrics'
import { pointLabel } from '@/features/overview/point-label'
import type { Interval } from '@/features/overview/search'
import { overviewTexts } from '@/features/overview/texts'
import { useFormat } from '@/lib/account'
import { useLanguage } from '@/lib/language'
import { useTexts } from '@/lib/texts'

/** The trend as a table, latest first; each count links to its leads. */
export function TrendTable({ points, interval }: { points: TrendPoint[]; interval: Interval }) {
  const t = useTexts(overviewTexts)
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
            <TrendRow key={point.date} point={point} interval={interval} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

function TrendRow({ point, interval }: { point: TrendPoint; interval: Interval }) {
  const t = useTexts(overviewTexts)
  const format = useFormat()
  const language = useLanguage()
  const count = (value: number, isQualified?: true) =>
    value === 0 ? (
      format.count(value)
    ) : (
      <LeadsLink size="sm" part={{ from: point.date, to: point.last_date, isQualified }}>
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
