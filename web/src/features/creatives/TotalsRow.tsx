import { Table, Text } from '@mantine/core'
import type { RowProps } from '@/components/long-list/LongTable'
import { QualifiedModes } from '@/components/QualifiedModes'
import { RateBar } from '@/components/RateBar'
import type { ColumnPair, FigureColumn } from '@/features/creatives/figure-columns'
import classes from '@/features/creatives/creatives.module.css'
import { creativesTexts } from '@/features/creatives/texts'
import { useTotals } from '@/features/creatives/use-totals'
import { useFormat } from '@/lib/account'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

export function TotalsRow({
  rows,
  all,
  highest,
  columns,
  ...props
}: RowProps & {
  rows: CreativeRow[]
  all: CreativeRow[]
  highest: number
  columns: readonly ColumnPair[]
}) {
  const t = useTexts(creativesTexts)
  const format = useFormat()
  const total = useTotals(rows, all)
  const figure = (column: FigureColumn) => {
    switch (column) {
      case 'qualified_leads':
        return (
          <>
            {format.count(total[column])}
            <QualifiedModes now={total.qualified_now} ever={total.qualified_ever} />
          </>
        )
      case 'total_leads':
      case 'won_deals':
        return format.count(total[column])
      case 'qualification':
        return <RateBar rate={total.qualification} width={48} max={highest} />
      case 'conversion':
        return format.percent(total.conversion.rate)
      case 'romi':
        return format.percent(total.romi)
      default:
        return format.money(total[column], total.currency)
    }
  }
  return (
    <Table.Tfoot>
      <Table.Tr {...props} className={classes.total}>
        <Table.Th scope="row" className={classes.sticky}>
          {t('total')}
        </Table.Th>
        <Table.Td className={classes.stickyToo} />
        {columns.map(([column, below]) => (
          <Table.Td key={column} ta={column === 'qualification' ? 'left' : 'right'}>
            {figure(column)}
            {below && (
              <Text size="xs" c="dimmed">
                {figure(below)}
              </Text>
            )}
          </Table.Td>
        ))}
      </Table.Tr>
    </Table.Tfoot>
  )
}
