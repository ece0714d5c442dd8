import { Anchor, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Preview } from '@/features/spend/api'
import { meanings, remapped } from '@/features/spend/metrics'
import { spendTexts } from '@/features/spend/texts'
import { useTexts } from '@/lib/texts'

const ignore = 'ignore'

/** The columns of a file; a person says what each of them holds. */
export function ColumnMap({
  columns,
  mapping,
  isOpen,
  change,
}: {
  columns: Preview['columns']
  mapping: Record<string, string> | undefined
  isOpen: boolean
  change: (columns: Record<string, string>) => void
}) {
  const t = useTexts(spendTexts)
  const [isWanted, setIsWanted] = useState(false)
  if (columns.length === 0) return null
  if (!isOpen && !isWanted)
    return (
      <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setIsWanted(true)}>
        {t('editColumns')}
      </Anchor>
    )
  const choices = [
    { value: ignore, label: t('ignore') },
    ...meanings.map((value) => ({ value, label: t(`meaning_${value}`) })),
  ]
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {t('columns')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('columnsHint')}
      </Text>
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('heading')}</Table.Th>
              <Table.Th scope="col">{t('sample')}</Table.Th>
              <Table.Th scope="col">{t('meaning')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns
              .filter(({ heading }) => heading !== '')
              .map(({ heading, sample, meaning }) => (
                <Table.Tr key={heading}>
                  <Table.Td>{heading}</Table.Td>
                  <Table.Td>{sample ?? '—'}</Table.Td>
                  <Table.Td>
                    <Select
                      size="xs"
                      aria-label={t('meaningOf', { heading })}
                      allowDeselect={false}
                      data={choices}
                      value={meanings.find((known) => known === meaning) ?? ignore}
                      onChange={(chosen) =>
                        change(remapped(columns, mapping, heading, chosen === ignore ? null : chosen))
                      }
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}
