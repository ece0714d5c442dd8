import { Stack, Table, Text } from '@mantine/core'
import type { Preview } from '@/features/spend/api'
import { spendTexts } from '@/features/spend/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const shown = 5

/** The first rows of a file as they were read. */
export function FirstRows({ rows }: { rows: Preview['rows'] }) {
  const t = useTexts(spendTexts)
  const format = useFormat()
  if (rows.length === 0) return null
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {t('firstRows')}
      </Text>
      <Table.ScrollContainer minWidth={520}>
        <Table verticalSpacing={4} tabularNums>
          <Table.Tbody>
            {rows.slice(0, shown).map((row) => (
              <Table.Tr key={`${row.line}`}>
                <Table.Td>{format.day(row.date)}</Table.Td>
                <Table.Td>
                  {row.ad_name ?? row.ad_id ?? row.creative_id}
                  {row.ad_name && row.ad_id && (
                    <Text size="xs" c="dimmed">
                      {row.ad_id}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {format.amount(row.spend)} {row.currency}
                </Table.Td>
                <Table.Td ta="right">{format.count(row.impressions)}</Table.Td>
                <Table.Td ta="right">{format.count(row.clicks)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}
