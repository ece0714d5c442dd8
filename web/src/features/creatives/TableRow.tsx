import { Table, Text } from '@mantine/core'
import { Proof } from '@/components/Proof'
import { RowTitle, useFigure } from '@/features/creatives/columns'
import { CompareBox } from '@/features/creatives/CompareBox'
import classes from '@/features/creatives/creatives.module.css'
import type { ColumnPair } from '@/features/creatives/figure-columns'
import { useRowLink } from '@/features/creatives/use-row-link'
import type { Table as TableState } from '@/features/creatives/use-table'
import { VerdictLabel } from '@/features/creatives/VerdictLabel'
import type { CreativeRow } from '@/lib/figures'
import { isSnapshot } from '@/lib/filter'
import { useFilter } from '@/lib/use-filter'

/** A creative in two rows of the table: its figures, and the proof of its verdict. Both open its page. */
export function TableRow({
  row,
  highest,
  columns,
  table,
}: {
  row: CreativeRow
  highest: number
  columns: readonly ColumnPair[]
  table: TableState
}) {
  const figure = useFigure(highest)
  const { request } = useFilter()
  const { opens, onClick } = useRowLink(row)
  return (
    <>
      <Table.Tr className={opens} onClick={onClick}>
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
      {row.judged_leads > 0 && !isSnapshot(request.mode) && (
        <Table.Tr className={`${classes.proof} ${opens ?? ''}`} onClick={onClick}>
          <Table.Td colSpan={columns.length + 2}>
            <div className={classes.stays}>
              <Proof row={row} />
            </div>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
