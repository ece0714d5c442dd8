import { Button, Group, Paper, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { ButtonLink } from '@/components/Links'
import { Empty } from '@/components/States'
import { commonTexts } from '@/components/texts'
import { CreativeCards } from '@/features/creatives/CreativeCards'
import { ColumnChoice } from '@/features/creatives/ColumnChoice'
import classes from '@/features/creatives/creatives.module.css'
import { CreativeTable } from '@/features/creatives/CreativeTable'
import { filtered, isKnown, sorted } from '@/features/creatives/metrics'
import { mostCompared, verdicts } from '@/features/creatives/search'
import { creativesTexts } from '@/features/creatives/texts'
import { useNames } from '@/features/creatives/use-names'
import { type Table, useTable } from '@/features/creatives/use-table'
import { useAccount } from '@/lib/account'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** The filtered and sorted rows: a table, or cards on a narrow screen. */
export function CreativeList({ rows }: { rows: CreativeRow[] }) {
  const t = useTexts(creativesTexts)
  const table = useTable()
  const { directionOf } = useNames()
  const isNarrow = useMediaQuery('screen and (max-width: 76em)', undefined, {
    getInitialValueInEffect: false,
  })
  const shown = filtered(rows, table.view.text, table.view.verdict)
  const inOrder = sorted(shown, table.sort, table.order, directionOf)
  const List = isNarrow ? CreativeCards : CreativeTable
  return (
    <>
      <Toolbar table={table} isNarrow={isNarrow} />
      {inOrder.length === 0 ? (
        <Empty title={t('notFound')} hint={t('notFoundHint')} action={<ResetButton table={table} />} />
      ) : (
        <List rows={inOrder} all={rows} table={table} />
      )}
      {rows.filter(isKnown).length > 1 && <CompareBar table={table} />}
    </>
  )
}

function Toolbar({ table: { view, change }, isNarrow }: { table: Table; isNarrow: boolean }) {
  const t = useTexts(creativesTexts)
  const common = useTexts(commonTexts)
  const [text, setText] = useState(view.text ?? '')
  const find = useDebouncedCallback((sought: string) => change({ text: sought || undefined }), 200)
  return (
    <Group gap="sm" className="screen-only">
      <TextInput
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        flex="1 1 200px"
        maw={340}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          find(event.currentTarget.value)
        }}
      />
      <Select
        aria-label={t('verdict')}
        placeholder={t('allVerdicts')}
        w={200}
        clearable
        clearButtonProps={{ 'aria-label': common('clear') }}
        value={view.verdict ?? null}
        onChange={(chosen) => change({ verdict: verdicts.find((verdict) => verdict === chosen) })}
        data={verdicts.map((value) => ({ value, label: t(`verdict_${value}`) }))}
      />
      {!isNarrow && <ColumnChoice />}
    </Group>
  )
}

function ResetButton({ table }: { table: Table }) {
  const t = useTexts(creativesTexts)
  return (
    <Button variant="default" onClick={() => table.change({ text: undefined, verdict: undefined })}>
      {t('reset')}
    </Button>
  )
}

/** The selection bar; stays in view. */
function CompareBar({ table: { ids, change } }: { table: Table }) {
  const t = useTexts(creativesTexts)
  const { id } = useAccount()
  if (ids.length === 0)
    return (
      <Text size="sm" c="dimmed" className="screen-only">
        {t('selectHint', { most: mostCompared })}
      </Text>
    )
  return (
    <Paper withBorder p="sm" className={`${classes.bar} screen-only`} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {t('selected', { count: ids.length })}
        </Text>
        <Group gap="xs">
          <Button variant="default" size="sm" onClick={() => change({ ids: undefined })}>
            {t('reset')}
          </Button>
          <ButtonLink
            size="sm"
            to="/a/$accountId/creatives/compare"
            params={{ accountId: id }}
            search={{ ids }}
          >
            {t('compare')}
          </ButtonLink>
        </Group>
      </Group>
    </Paper>
  )
}
