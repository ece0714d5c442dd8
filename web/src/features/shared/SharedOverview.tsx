import { Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { type SharedHead, type SharedSummary, summaryQuery } from '@/features/shared/api'
import { SharedTrend } from '@/features/shared/SharedTrend'
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
      <SharedTrend bearer={bearer} head={head} />
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
