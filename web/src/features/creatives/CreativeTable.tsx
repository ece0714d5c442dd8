import {
  ActionIcon,
  Checkbox,
  ScrollArea,
  Table,
  Text,
  Tooltip,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { Proof } from '@/components/Proof'
import { columnPairs, RowTitle, useFigure } from '@/features/creatives/columns'
import { CreativeDetails } from '@/features/creatives/CreativeDetails'
import classes from '@/features/creatives/creatives.module.css'
import { axisOfRates, isKnown } from '@/features/creatives/metrics'
import { mostCompared, type SortKey } from '@/features/creatives/search'
import { creativesTexts } from '@/features/creatives/texts'
import { TotalsRow } from '@/features/creatives/TotalsRow'
import { useNames } from '@/features/creatives/use-names'
import { useRowLink } from '@/features/creatives/use-row-link'
import type { Table as TableState } from '@/features/creatives/use-table'
import { VerdictLabel } from '@/features/creatives/VerdictLabel'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

interface Shown {
  rows: CreativeRow[]
  all: CreativeRow[]
  table: TableState
}

export function CreativeTable({ rows, all, table }: Shown) {
  const t = useTexts(creativesTexts)
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('title'), role: 'region' }}>
      <Table className={classes.table} verticalSpacing="xs" horizontalSpacing={6} miw={940}>
        <Head table={table} />
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.creative_id} row={row} all={all} table={table} />
          ))}
        </Table.Tbody>
        <TotalsRow rows={rows} highest={axisOfRates(all).end} />
      </Table>
    </ScrollArea>
  )
}

function Head({ table }: { table: TableState }) {
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
        <Table.Th scope="col" className={classes.stickyToo} aria-sort={sorted(['verdict'])}>
          <SortButton by="verdict" label={t('verdict')} table={table} />
        </Table.Th>
        {columnPairs.map((pair) => (
          <Table.Th
            key={pair[0]}
            scope="col"
            ta={pair[0] === 'qualification' ? 'left' : 'right'}
            aria-sort={sorted(pair)}
          >
            {pair.map((column) => (
              <div key={column}>
                <SortButton by={column} label={t(column)} table={table} />
              </div>
            ))}
          </Table.Th>
        ))}
        <Table.Th scope="col" w={36}>
          <VisuallyHidden>{t('details', { title: '' })}</VisuallyHidden>
        </Table.Th>
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

function Row({ row, all, table }: { row: CreativeRow; all: CreativeRow[]; table: TableState }) {
  const t = useTexts(creativesTexts)
  const figure = useFigure(axisOfRates(all).end)
  const { titleOf } = useNames()
  const opens = useRowLink(row)
  const [isOpen, setOpen] = useState(false)
  const title = titleOf(row)
  return (
    <>
      <Table.Tr {...opens}>
        <Table.Th scope="row" className={classes.sticky} fw={400}>
          <div className={classes.name}>
            <CompareBox row={row} table={table} />
            <RowTitle row={row} />
          </div>
        </Table.Th>
        <Table.Td className={classes.stickyToo}>
          <VerdictLabel row={row} />
        </Table.Td>
        {columnPairs.map(([column, below]) => (
          <Table.Td key={column} ta={column === 'qualification' ? 'left' : 'right'}>
            {figure(row, column)}
            {below && (
              <Text size="xs" c="dimmed">
                {figure(row, below)}
              </Text>
            )}
          </Table.Td>
        ))}
        <Table.Td>
          {isKnown(row) && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-expanded={isOpen}
              aria-label={t(isOpen ? 'hideDetails' : 'details', { title })}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? <IconChevronUp size={18} /> : <IconChevronDown size={18} />}
            </ActionIcon>
          )}
        </Table.Td>
      </Table.Tr>
      {row.judged_leads > 0 && (
        <Table.Tr className={classes.proof}>
          <Table.Td colSpan={columnPairs.length + 3}>
            <div className={classes.stays}>
              <Proof row={row} />
            </div>
          </Table.Td>
        </Table.Tr>
      )}
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={columnPairs.length + 3} bg="var(--mantine-color-default-hover)">
            <div className={classes.stays}>
              <CreativeDetails row={row} />
            </div>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}

export function CompareBox({ row, table: { ids, toggle } }: { row: CreativeRow; table: TableState }) {
  const t = useTexts(creativesTexts)
  const { titleOf } = useNames()
  const isChosen = ids.includes(row.creative_id)
  return (
    <Checkbox
      size="sm"
      aria-label={t('select', { title: titleOf(row) })}
      disabled={!isKnown(row) || (!isChosen && ids.length >= mostCompared)}
      checked={isChosen}
      onChange={() => toggle(row.creative_id)}
    />
  )
}
