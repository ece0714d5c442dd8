import { Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DataAge } from '@/components/DataAge'
import { PeriodFilter } from '@/components/FilterBar'
import { Page } from '@/components/Page'
import { PrintedFilter } from '@/components/PrintedFilter'
import { QueryView } from '@/components/QueryView'
import { CoverageSection } from '@/features/sources/CoverageSection'
import { NoLeads } from '@/features/sources/NoLeads'
import { OutsideSection } from '@/features/sources/OutsideSection'
import { TemplatesSection } from '@/features/sources/templates/TemplatesSection'
import { UnfilledSection } from '@/features/sources/templates/UnfilledSection'
import { sourcesTexts } from '@/features/sources/texts'
import { UnmatchedSection } from '@/features/sources/unmatched/UnmatchedSection'
import { useSources } from '@/features/sources/use-sources'
import { creativeFiguresQuery } from '@/lib/analytics'
import { useTexts } from '@/lib/texts'

/** Where leads came from: marks, values that name no creative, and what is left out. */
export function SourcesPage() {
  const t = useTexts(sourcesTexts)
  const figures = useQuery(creativeFiguresQuery(useSources()))
  return (
    <Page title={t('title')} description={t('hint')} printed={<PrintedFilter withMode={false} />}>
      <Group gap="sm" align="flex-end" className="screen-only">
        <PeriodFilter />
        <DataAge of="analytics" />
      </Group>
      <Stack gap="lg">
        <QueryView query={figures} lines={8}>
          {({ coverage }) => (
            <>
              {coverage.leads === 0 ? <NoLeads /> : <CoverageSection coverage={coverage} />}
              {coverage.leads > 0 && <UnmatchedSection />}
              <UnfilledSection />
              <OutsideSection coverage={coverage} />
            </>
          )}
        </QueryView>
        <TemplatesSection />
      </Stack>
    </Page>
  )
}
