import { Paper, Stack, Table, Text } from '@mantine/core'
import type { Preview } from '@/features/settings/attribution/api'
import { attributionTexts } from '@/features/settings/attribution/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const mostCreatives = 10
const mostValues = 5

/** What applying the fields would change. */
export function PreviewView({ preview }: { preview: Preview }) {
  const t = useTexts(attributionTexts)
  const format = useFormat()
  const moved = preview.creatives.filter((creative) => creative.leads_before !== creative.leads_after)
  return (
    <Paper withBorder p="md" role="status">
      <Stack gap="sm">
        <div>
          <Text size="sm" c="dimmed">
            {t('known')}
          </Text>
          <Text fw={650}>
            {t('knownChange', {
              before: format.count(preview.attributed_before),
              after: format.count(preview.attributed_after),
              all: format.count(preview.leads),
            })}
          </Text>
        </div>
        {moved.length === 0 ? <Text size="sm">{t('nothingChanges')}</Text> : <Moved creatives={moved} />}
        {preview.unmatched.length > 0 && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('unmatchedAfter', {
              values: preview.unmatched
                .slice(0, mostValues)
                .map(({ value, leads }) => `${value} (${format.count(leads)})`)
                .join(', '),
            })}
          </Text>
        )}
      </Stack>
    </Paper>
  )
}

function Moved({ creatives }: { creatives: Preview['creatives'] }) {
  const t = useTexts(attributionTexts)
  const format = useFormat()
  return (
    <Table verticalSpacing={4} tabularNums>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('creative')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('before')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('after')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {creatives.slice(0, mostCreatives).map((creative) => (
          <Table.Tr key={creative.creative_id}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{creative.title}</Table.Td>
            <Table.Td ta="right">{format.count(creative.leads_before)}</Table.Td>
            <Table.Td ta="right" fw={600}>
              {format.count(creative.leads_after)}
            </Table.Td>
          </Table.Tr>
        ))}
        {creatives.length > mostCreatives && (
          <Table.Tr>
            <Table.Td colSpan={3} c="dimmed">
              {t('andMore', { count: creatives.length - mostCreatives })}
            </Table.Td>
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  )
}
