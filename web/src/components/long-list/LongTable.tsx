import { Table, type TableProps } from '@mantine/core'
import { type ReactNode, useCallback } from 'react'
import { Line, type LineProps, type Render } from '@/components/long-list/Line'
import { usePieces } from '@/components/long-list/use-pieces'
import { useSteadyColumns } from '@/components/long-list/use-steady-columns'

export type RowProps = LineProps<HTMLTableRowElement>

/** A table that scrolls with the page; of a long one only the rows in sight are rendered. */
export function LongTable<T>({
  name,
  items,
  keyOf,
  row,
  height,
  columns,
  head,
  first = [],
  foot,
  ...looks
}: Omit<TableProps, 'children'> & {
  name: string
  items: readonly T[]
  keyOf: (item: T) => string
  row: Render<T, HTMLTableRowElement>
  /** Of a row, until it is measured. */
  height: number
  columns: number
  head: ReactNode
  /** Rows above those of the items. */
  first?: readonly ReactNode[]
  foot?: (props: RowProps) => ReactNode
}) {
  const keyOfLine = useCallback((line: number) => keyOf(items[line] as T), [items, keyOf])
  const { list, pieces, isPart, onFocus, measure } = usePieces<HTMLTableSectionElement>({
    name,
    count: items.length,
    keyOf: keyOfLine,
    height,
  })
  useSteadyColumns(list, isPart, columns)
  const above = 1 + first.length
  const count = above + items.length + (foot ? 1 : 0)
  const place = (line: number) =>
    isPart ? { ref: measure, 'data-index': line, 'aria-rowindex': above + line + 1 } : {}
  return (
    <Table {...looks} aria-rowcount={isPart ? count : undefined}>
      {head}
      <Table.Tbody ref={list} onFocus={onFocus} style={isPart ? { overflowAnchor: 'none' } : undefined}>
        {first}
        {pieces.map((piece) =>
          'space' in piece ? (
            <tr key={`space ${piece.before}`} aria-hidden>
              <td colSpan={columns} style={{ height: piece.space, padding: 0 }} />
            </tr>
          ) : (
            <Line
              key={keyOfLine(piece.line)}
              item={items[piece.line] as T}
              render={row}
              {...place(piece.line)}
            />
          ),
        )}
      </Table.Tbody>
      {foot?.(isPart ? { 'aria-rowindex': count } : {})}
    </Table>
  )
}
