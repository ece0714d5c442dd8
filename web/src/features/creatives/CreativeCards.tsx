import { ActionIcon, Group, Paper, Select, SimpleGrid, Stack, Text, useMatches } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import { HowText } from '@/components/HowLink'
import { type CardProps, LongCards } from '@/components/long-list/LongCards'
import { Proof } from '@/components/Proof'
import { RowTitle, useFigure } from '@/features/creatives/columns'
import { explainedBy, figureColumns } from '@/features/creatives/figure-columns'
import { CompareBox } from '@/features/creatives/CompareBox'
import classes from '@/features/creatives/creatives.module.css'
import { axisOfRates, isKnown } from '@/features/creatives/metrics'
import { sortKeys } from '@/features/creatives/search'
import { creativesTexts } from '@/features/creatives/texts'
import type { Table } from '@/features/creatives/use-table'
import { VerdictLabel } from '@/features/creatives/VerdictLabel'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** The table for a narrow screen. */
export function CreativeCards({
  rows,
  all,
  table,
}: {
  rows: CreativeRow[]
  all: CreativeRow[]
  table: Table
}) {
  const columns = useMatches({ base: 1, md: 2 }, { getInitialValueInEffect: false })
  const highest = useMemo(() => axisOfRates(all).end, [all])
  return (
    <Stack gap="sm">
      <SortChoice table={table} />
      <LongCards
        name="creatives"
        items={rows}
        keyOf={keyOf}
        height={560}
        gap={12}
        columns={columns}
        card={(row, props) => <Card {...props} row={row} highest={highest} table={table} />}
      />
    </Stack>
  )
}

const keyOf = (row: CreativeRow) => row.creative_id

function SortChoice({ table: { sort, order, change } }: { table: Table }) {
  const t = useTexts(creativesTexts)
  const label = t(order === 'asc' ? 'asc' : 'desc')
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Select
        label={t('sort')}
        flex={1}
        allowDeselect={false}
        value={sort}
        onChange={(chosen) => change({ sort: sortKeys.find((key) => key === chosen), order: undefined })}
        data={sortKeys.map((value) => ({ value, label: t(value === 'title' ? 'creative' : value) }))}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={`${t('order')}: ${label}`}
        title={label}
        onClick={() => change({ order: order === 'asc' ? 'desc' : 'asc' })}
      >
        {order === 'asc' ? <IconArrowUp size={18} /> : <IconArrowDown size={18} />}
      </ActionIcon>
    </Group>
  )
}

function Card({
  row,
  highest,
  table,
  ...props
}: CardProps & { row: CreativeRow; highest: number; table: Table }) {
  const t = useTexts(creativesTexts)
  const figure = useFigure(highest, 180)
  return (
    <Paper {...props} withBorder p="sm" component="li">
      <Stack gap="xs">
        <Group wrap="nowrap" align="flex-start" gap="sm">
          <CompareBox row={row} table={table} />
          <RowTitle row={row} />
        </Group>
        {isKnown(row) && <VerdictLabel row={row} />}
        <Proof row={row} />
        <SimpleGrid cols={2} spacing="sm" verticalSpacing={6} component="dl" m={0} className={classes.facts}>
          {figureColumns.map((column) => (
            <div key={column} data-column={column}>
              <dt>
                <HowText term={explainedBy[column]}>{t(column)}</HowText>
              </dt>
              <Text component="dd" m={0} size="sm" className={classes.number}>
                {figure(row, column)}
              </Text>
            </div>
          ))}
        </SimpleGrid>
      </Stack>
    </Paper>
  )
}
