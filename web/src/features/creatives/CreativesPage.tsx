import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FilterBar } from '@/components/FilterBar'
import { Page } from '@/components/Page'
import { PrintedFilter } from '@/components/PrintedFilter'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { CoverageLine } from '@/features/creatives/CoverageLine'
import { CreativeList } from '@/features/creatives/CreativeList'
import { CsvButton } from '@/features/creatives/CsvButton'
import { LossPanel } from '@/features/creatives/LossPanel'
import { LeadsNeeded } from '@/features/creatives/LeadsNeeded'
import { creativesTexts } from '@/features/creatives/texts'
import { creativeFiguresQuery } from '@/lib/analytics'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** Cost, results and verdict of each creative. */
export function CreativesPage() {
  const t = useTexts(creativesTexts)
  const { request } = useFilter()
  const query = useQuery(creativeFiguresQuery(request))
  return (
    <Page
      isWide
      printed={<PrintedFilter />}
      title={t('title')}
      description={t('description')}
      actions={query.data && <CsvButton rows={query.data.creatives} />}
    >
      <FilterBar />
      <QueryView query={query} lines={9}>
        {({ creatives, coverage }) =>
          creatives.length === 0 ? (
            <Empty title={t('none')} hint={t('noneHint')} />
          ) : (
            <Stack gap="md">
              <CoverageLine coverage={coverage} />
              <CreativeList rows={creatives} />
              <LossPanel request={request} rows={creatives} />
              <LeadsNeeded rows={creatives} />
            </Stack>
          )
        }
      </QueryView>
    </Page>
  )
}
