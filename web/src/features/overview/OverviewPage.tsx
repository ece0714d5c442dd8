import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Page } from '@/components/Page'
import { PrintedFilter } from '@/components/PrintedFilter'
import { QueryView } from '@/components/QueryView'
import { Alerts } from '@/features/overview/Alerts'
import { summaryQuery } from '@/lib/analytics'
import { Figures } from '@/features/overview/Figures'
import { FirstSteps } from '@/features/overview/FirstSteps'
import { Freshness } from '@/features/overview/Freshness'
import { overviewTexts } from '@/features/overview/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** The dashboard, below the first steps while an account is set up. */
export function OverviewPage() {
  const t = useTexts(overviewTexts)
  const { id } = useAccount()
  const { request } = useFilter()
  const summary = useQuery(summaryQuery(request))
  // Only where the period has no leads does it matter whether there ever were any.
  const isWithoutLeads = summary.data?.leads.value === 0
  const ever = useQuery({
    ...summaryQuery({ userAccountId: id }),
    enabled: isWithoutLeads,
    refetchInterval: (query) => (query.state.data?.leads.value ? false : 10_000),
  })
  const hasFigures = !isWithoutLeads || !!ever.data?.leads.value
  return (
    <Page
      title={t('title')}
      printed={<PrintedFilter />}
      description={<Freshness asOf={summary.data?.data_as_of} isKnown={!!summary.data} />}
    >
      <Stack gap="lg">
        <Alerts />
        {isWithoutLeads && !ever.data ? (
          <QueryView query={ever} lines={8}>
            {() => null}
          </QueryView>
        ) : (
          <>
            {summary.data && <FirstSteps hasFigures={hasFigures} />}
            {hasFigures && <Figures />}
          </>
        )}
      </Stack>
    </Page>
  )
}
