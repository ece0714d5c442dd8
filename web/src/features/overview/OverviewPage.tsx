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

/** The dashboard, below the first steps while an account is set up. */
export function OverviewPage() {
  const t = useTexts(overviewTexts)
  const { id } = useAccount()
  const ever = useQuery({
    ...summaryQuery({ userAccountId: id }),
    refetchInterval: (query) => (query.state.data?.leads.value ? false : 10_000),
  })
  return (
    <Page
      title={t('title')}
      printed={<PrintedFilter />}
      description={<Freshness asOf={ever.data?.data_as_of} isKnown={!!ever.data} />}
    >
      <Stack gap="lg">
        <Alerts />
        <QueryView query={ever} lines={8}>
          {(summary) => (
            <>
              <FirstSteps hasFigures={!!summary.leads.value} />
              {!!summary.leads.value && <Figures />}
            </>
          )}
        </QueryView>
      </Stack>
    </Page>
  )
}
