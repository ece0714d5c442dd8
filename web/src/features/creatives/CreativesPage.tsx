import { Button, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { FilterBar } from '@/components/FilterBar'
import { Page } from '@/components/Page'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { commonTexts } from '@/components/texts'
import { CoverageLine } from '@/features/creatives/CoverageLine'
import { CreativeList } from '@/features/creatives/CreativeList'
import { csvAddress } from '@/features/creatives/csv'
import { creativesTexts } from '@/features/creatives/texts'
import { creativeFiguresQuery } from '@/lib/analytics'
import { useLanguage, useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** What each creative cost and brought, and what to do with it. */
export function CreativesPage() {
  const t = useTexts(creativesTexts)
  const { request } = useFilter()
  const query = useQuery(creativeFiguresQuery(request))
  return (
    <Page title={t('title')} description={t('description')} actions={<CsvButton />}>
      <FilterBar />
      <QueryView query={query} lines={9}>
        {({ creatives, coverage }) =>
          creatives.length === 0 ? (
            <Empty title={t('none')} hint={t('noneHint')} />
          ) : (
            <Stack gap="md">
              <CoverageLine coverage={coverage} />
              <CreativeList rows={creatives} />
            </Stack>
          )
        }
      </QueryView>
    </Page>
  )
}

function CsvButton() {
  const t = useTexts(commonTexts)
  const language = useLanguage()
  const { request } = useFilter()
  return (
    <Button
      component="a"
      href={csvAddress(request, language)}
      download
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {t('downloadCsv')}
    </Button>
  )
}
