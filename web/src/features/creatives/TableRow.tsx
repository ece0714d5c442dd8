import { Table, Text } from '@mantine/core'
import type { RowProps } from '@/components/long-list/LongTable'
import { Proof } from '@/components/Proof'
import { RowTitle, useFigure } from '@/features/creatives/columns'
import { CompareBox } from '@/features/creatives/CompareBox'
import classes from '@/features/creatives/creatives.module.css'
import type { ColumnPair } from '@/features/creatives/figure-columns'
import { useRowLink } from '@/features/creatives/use-row-link'
import type { Table as TableState } from '@/features/creatives/use-table'
import { VerdictLabel } from '@/features/creatives/VerdictLabel'
import type { CreativeRow } from '@/lib/figures'

/** The figures of a creative; opens its page. */
export function TableRow({
  row,
  highest,
  columns,
  table,
  ...props
}: RowProps & {
  row: CreativeRow
  highest: number
  columns: readonly ColumnPair[]
  table: TableState
}) {
  const figure = useFigure(highest)
  const { opens, onClick } = useRowLink(row)
  return (
    <Table.Tr {...props} className={opens} onClick={onClick}>
      <Table.Th scope="row" className={classes.sticky} fw={400}>
        <div className={classes.name}>
          <CompareBox row={row} table={table} />
          <RowTitle row={row} />
        </div>
      </Table.Th>
      <Table.Td className={classes.stickyToo}>
        <VerdictLabel row={row} />
      </Table.Td>
      {columns.map(([column, below]) => (
        <Table.Td key={column} ta={column === 'qualification' ? 'left' : 'right'}>
          {figure(row, column)}
          {below && (
            <Text size="xs" c="dimmed">
              {figure(row, below)}
            </Text>
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}

/** The proof of a creative's verdict, below its figures; opens its page too. */
export function ProofRow({ row, columns, ...props }: RowProps & { row: CreativeRow; columns: number }) {
  const { opens, onClick } = useRowLink(row)
  return (
    <Table.Tr {...props} className={`${classes.proof} ${opens ?? ''}`} onClick={onClick}>
      <Table.Td colSpan={columns}>
        <div className={classes.stays}>
          <Proof row={row} />
        </div>
      </Table.Td>
    </Table.Tr>
  )
}
