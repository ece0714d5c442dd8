import { ActionIcon, Group, Paper, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { HowText } from '@/components/HowLink'
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
  return (
    <Stack gap="sm">
      <SortChoice table={table} />
      <SimpleGrid component="ul" cols={{ base: 1, md: 2 }} spacing="sm" p={0} m={0} className={classes.cards}>
        {rows.map((row) => (
          <Card key={row.creative_id} row={row} all={all} table={table} />
        ))}
      </SimpleGrid>
    </Stack>
  )
}

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

function Card({ row, all, table }: { row: CreativeRow; all: CreativeRow[]; table: Table }) {
  const t = useTexts(creativesTexts)
  const figure = useFigure(axisOfRates(all).end, 180)
  return (
    <Paper withBorder p="sm" component="li">
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
