import { Checkbox, Table, Text, Tooltip } from '@mantine/core'
import type { UnmatchedMark } from '@/features/sources/api'
import classes from '@/features/sources/sources.module.css'
import { sourcesTexts } from '@/features/sources/texts'
import { useFormat } from '@/lib/account'
import { useMay } from '@/lib/session'
import { useTexts } from '@/lib/texts'

/** Values to choose from, with what their leads became. */
export function ValueTable({
  values,
  chosen,
  choose,
}: {
  values: readonly UnmatchedMark[]
  chosen: ReadonlySet<string>
  choose: (chosen: Set<string>) => void
}) {
  const t = useTexts(sourcesTexts)
  const format = useFormat()
  const mayChoose = useMay('work')
  const count = values.filter(({ value }) => chosen.has(value)).length
  const set = (which: readonly UnmatchedMark[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const { value } of which)
      if (isOn) next.add(value)
      else next.delete(value)
    choose(next)
  }
  return (
    <Table verticalSpacing={4} horizontalSpacing="xs" tabularNums highlightOnHover className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            {!mayChoose ? (
              t('value')
            ) : (
              <Checkbox
                label={t('value')}
                aria-label={t('selectAll')}
                checked={count === values.length}
                indeterminate={count > 0 && count < values.length}
                onChange={(event) => set(values, event.currentTarget.checked)}
              />
            )}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('leads')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            <Tooltip label={t('qualifiedHint')}>
              <span>{t('qualified')}</span>
            </Tooltip>
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('won')}
          </Table.Th>
          <Table.Th scope="col" ta="right" visibleFrom="sm">
            {t('lastSeen')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {values.map((item) => (
          <Table.Tr key={item.value}>
            <Table.Td className={classes.value}>
              {!mayChoose ? (
                item.value
              ) : (
                <Checkbox
                  label={item.value}
                  checked={chosen.has(item.value)}
                  onChange={(event) => set([item], event.currentTarget.checked)}
                />
              )}
            </Table.Td>
            <Table.Td ta="right">{format.count(item.leads)}</Table.Td>
            <Table.Td ta="right">{format.count(item.qualified)}</Table.Td>
            <Table.Td ta="right">{format.count(item.won)}</Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              <Text size="sm" c="dimmed">
                {format.shortDay(item.last_seen_at)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
