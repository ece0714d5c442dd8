import { Paper, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import { type SharedHead, type SharedSummary, summaryQuery, trendsQuery } from '@/features/shared/api'
import { sharedTexts } from '@/features/shared/texts'
import { useSharedFormat } from '@/features/shared/use-shared-format'
import { useTexts } from '@/lib/texts'

const figures = ['leads', 'qualified', 'won', 'revenue', 'spend', 'cpl', 'cpql', 'romi'] as const
const counted: readonly string[] = ['leads', 'qualified', 'won']

/** The head figures beside those of the period before, and weeks. */
export function SharedOverview({ bearer, head }: { bearer: string; head: SharedHead }) {
  const query = useQuery(summaryQuery(bearer, head))
  return (
    <Stack gap="lg">
      <QueryView query={query} lines={6}>
        {(summary) => (
          <SimpleGrid cols={{ base: 2, sm: 4 }}>
            {figures.map((figure) => (
              <FigureBox key={figure} figure={figure} head={head} summary={summary} />
            ))}
          </SimpleGrid>
        )}
      </QueryView>
      <Weeks bearer={bearer} head={head} />
    </Stack>
  )
}

function FigureBox({
  figure,
  head,
  summary,
}: {
  figure: (typeof figures)[number]
  head: SharedHead
  summary: SharedSummary
}) {
  const t = useTexts(sharedTexts)
  const format = useSharedFormat(head)
  const { value, previous } = summary[figure]
  const show = (amount: number | null, currency: string | null) =>
    counted.includes(figure)
      ? format.count(amount)
      : figure === 'romi'
        ? format.percent(amount)
        : format.money(amount, currency)
  return (
    <Paper withBorder p="md">
      <Text size="sm" c="dimmed">
        {t(figure)}
      </Text>
      <Text size="xl" fw={700}>
        {show(value, summary.currency)}
      </Text>
      {previous !== null && (
        <Text size="xs" c="dimmed">
          {t('was', { value: show(previous, summary.previous_currency) })}
        </Text>
      )}
    </Paper>
  )
}

function Weeks({ bearer, head }: { bearer: string; head: SharedHead }) {
  const t = useTexts(sharedTexts)
  const format = useSharedFormat(head)
  const query = useQuery(trendsQuery(bearer, head))
  return (
    <Section title={t('byWeek')}>
      <QueryView query={query} lines={6}>
        {({ points }) => (
          <Table tabularNums>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('week')}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('leads')}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('qualified')}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('rate')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {points.map((point) => (
                <Table.Tr key={point.date}>
                  <Table.Td>
                    {format.day(point.date)}{' '}
                    {point.is_partial && (
                      <Text span size="xs" c="dimmed">
                        {t('partial')}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td ta="right">{format.count(point.total_leads)}</Table.Td>
                  <Table.Td ta="right">{format.count(point.qualified_leads)}</Table.Td>
                  <Table.Td ta="right">{format.percent(point.qualification.rate)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </QueryView>
    </Section>
  )
}
