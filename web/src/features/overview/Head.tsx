import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { summaryQuery } from '@/lib/analytics'
import { FigureCard } from '@/features/overview/FigureCard'
import classes from '@/features/overview/FigureCard.module.css'
import { figures, type Summary } from '@/features/overview/metrics'
import { overviewTexts } from '@/features/overview/texts'
import { useFormat } from '@/lib/account'
import { maturityQuery } from '@/lib/analytics'
import { ripens } from '@/lib/filter'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** The head figures with those of the previous period. */
export function Head() {
  const { request } = useFilter()
  const query = useQuery(summaryQuery(request))
  return (
    <QueryView query={query} lines={5}>
      {(summary) => (
        <Stack gap="xs">
          <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: 'xs', sm: 'md' }} className={classes.cards}>
            {figures.map((figure) => (
              <FigureCard key={figure} figure={figure} summary={summary} />
            ))}
          </SimpleGrid>
          <PreviousPeriod summary={summary} />
          <Maturity />
          <Cash summary={summary} />
        </Stack>
      )}
    </QueryView>
  )
}

function PreviousPeriod({ summary: { previous_period: previous } }: { summary: Summary }) {
  const t = useTexts(overviewTexts)
  const format = useFormat()
  if (!previous?.from || !previous.to) return null
  return (
    <Text size="xs" c="dimmed">
      {t('previous', { days: format.days(previous.from, previous.to) })}
    </Text>
  )
}

/** The share of leads that have had time to qualify. */
function Maturity() {
  const t = useTexts(overviewTexts)
  const format = useFormat()
  const { request } = useFilter()
  const { data } = useQuery(maturityQuery(request))
  if (!data || data.qualification.denominator === 0 || !ripens(request.mode)) return null
  if (data.p90_days === null || data.mature_share === null)
    return (
      <Text size="sm" c="dimmed">
        {t('paceUnknown')}
      </Text>
    )
  const days = (value: number | null) => t('dayCount', { count: Math.max(1, Math.ceil(value ?? 0)) })
  const p90 = days(data.p90_days)
  return (
    <Text size="sm" c="dimmed">
      {data.mature_share === 100
        ? t('settled', { p90 })
        : t('settling', { median: days(data.median_days), p90, share: format.percent(data.mature_share) })}
    </Text>
  )
}

/** Sales by closing date; the cards count by the lead's creation. */
function Cash({ summary: { cash, currency } }: { summary: Summary }) {
  const t = useTexts(overviewTexts)
  const format = useFormat()
  if (!cash.won_deals.value || cash.revenue.value === null) return null
  return (
    <Text size="sm" c="dimmed">
      {t('cash', { count: cash.won_deals.value, revenue: format.money(cash.revenue.value, currency) })}
    </Text>
  )
}
