import { ScrollArea, Table, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import { HowLink } from '@/components/HowLink'
import { LongTable } from '@/components/long-list/LongTable'
import { type ColumnPair, explainedBy } from '@/features/creatives/figure-columns'
import classes from '@/features/creatives/creatives.module.css'
import { axisOfRates } from '@/features/creatives/metrics'
import type { SortKey } from '@/features/creatives/search'
import { ProofRow, TableRow } from '@/features/creatives/TableRow'
import { creativesTexts } from '@/features/creatives/texts'
import { TotalsRow } from '@/features/creatives/TotalsRow'
import { useColumns } from '@/features/creatives/use-columns'
import { useNames } from '@/features/creatives/use-names'
import type { Table as TableState } from '@/features/creatives/use-table'
import type { CreativeRow } from '@/lib/figures'
import { isSnapshot } from '@/lib/filter'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

interface Shown {
  rows: CreativeRow[]
  all: CreativeRow[]
  table: TableState
}

/** A creative takes two rows: its figures, and the proof of its verdict. */
interface Line {
  row: CreativeRow
  isProof: boolean
}

export function CreativeTable({ rows, all, table }: Shown) {
  const t = useTexts(creativesTexts)
  const { shown } = useColumns()
  const { request } = useFilter()
  const highest = useMemo(() => axisOfRates(all).end, [all])
  const hasProof = !isSnapshot(request.mode)
  const lines = useMemo(
    () =>
      rows.flatMap((row): Line[] => {
        const line = { row, isProof: false }
        return hasProof && row.judged_leads > 0 ? [line, { row, isProof: true }] : [line]
      }),
    [rows, hasProof],
  )
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('title'), role: 'region' }}>
      <LongTable
        name="creatives"
        className={classes.table}
        verticalSpacing="xs"
        horizontalSpacing={6}
        miw={940}
        columns={shown.length + 2}
        head={<Head table={table} columns={shown} />}
        foot={(props) => <TotalsRow {...props} rows={rows} all={all} highest={highest} columns={shown} />}
        items={lines}
        keyOf={keyOf}
        height={67}
        row={({ row, isProof }, props) =>
          isProof ? (
            <ProofRow {...props} row={row} columns={shown.length + 2} />
          ) : (
            <TableRow {...props} row={row} highest={highest} columns={shown} table={table} />
          )
        }
      />
    </ScrollArea>
  )
}

const keyOf = ({ row, isProof }: Line) => (isProof ? `${row.creative_id} proof` : row.creative_id)

function Head({ table, columns }: { table: TableState; columns: readonly ColumnPair[] }) {
  const t = useTexts(creativesTexts)
  const { hasDirections } = useNames()
  const titleKeys: SortKey[] = hasDirections ? ['title', 'direction'] : ['title']
  const sorted = (keys: readonly SortKey[]) =>
    keys.includes(table.sort) ? (table.order === 'asc' ? 'ascending' : 'descending') : undefined
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col" className={classes.sticky} aria-sort={sorted(titleKeys)}>
          <SortButton by="title" label={t('creative')} table={table} />
          {hasDirections && (
            <>
              {' / '}
              <SortButton by="direction" label={t('direction')} table={table} />
            </>
          )}
        </Table.Th>
        <Table.Th scope="col" className={classes.stickyToo} data-align="left" aria-sort={sorted(['verdict'])}>
          <div className={classes.heading}>
            <SortButton by="verdict" label={t('verdict')} table={table} />
            <HowLink term="verdict" about={t('verdict')} />
          </div>
        </Table.Th>
        {columns.map((pair) => (
          <Table.Th
            key={pair[0]}
            scope="col"
            data-align={pair[0] === 'qualification' ? 'left' : 'right'}
            ta={pair[0] === 'qualification' ? 'left' : 'right'}
            aria-sort={sorted(pair)}
          >
            {pair.map((column, i) => (
              <div key={column} className={classes.heading}>
                <SortButton by={column} label={t(column)} table={table} />
                {explainedBy[column] !== (i > 0 && explainedBy[pair[0]]) && (
                  <HowLink term={explainedBy[column]} about={t(column)} />
                )}
              </div>
            ))}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  )
}

function SortButton({ by, label, table }: { by: SortKey; label: string; table: TableState }) {
  const t = useTexts(creativesTexts)
  const isActive = table.sort === by
  const Icon = table.order === 'asc' ? IconArrowUp : IconArrowDown
  return (
    <>
      <Tooltip label={t(`hint_${by}`)} multiline maw={260}>
        <UnstyledButton
          className={`screen-only ${classes.sort}`}
          data-active={isActive || undefined}
          onClick={() => table.sortBy(by)}
        >
          {label}
          {isActive && <Icon size={14} aria-hidden />}
        </UnstyledButton>
      </Tooltip>
      <span className="print-only">{label}</span>
    </>
  )
}
