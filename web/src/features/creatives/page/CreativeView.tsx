import { Grid, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FilterBar } from '@/components/FilterBar'
import { LeadsButton } from '@/components/LeadsLink'
import { Page } from '@/components/Page'
import { PrintedFilter } from '@/components/PrintedFilter'
import { QueryView } from '@/components/QueryView'
import { SmallFunnel } from '@/components/SmallFunnel'
import { Trend } from '@/components/trend/Trend'
import { LossPanel } from '@/features/creatives/LossPanel'
import { Back } from '@/features/creatives/page/Back'
import { Curve } from '@/features/creatives/page/Curve'
import { EvidencePanel } from '@/features/creatives/page/EvidencePanel'
import { FigureList } from '@/features/creatives/page/FigureList'
import { NoFigures } from '@/features/creatives/page/NoFigures'
import { SourcePanel } from '@/features/creatives/page/SourcePanel'
import { pageTexts } from '@/features/creatives/page/texts'
import { VerdictPanel } from '@/features/creatives/page/VerdictPanel'
import { useNames } from '@/features/creatives/use-names'
import { creativeFiguresQuery } from '@/lib/analytics'
import type { Creative } from '@/lib/creatives'
import type { CreativeRow, FigureRequest } from '@/lib/figures'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** A creative: its verdict, figures, trend, funnel, pace of qualification, ads and marks. */
export function CreativeView({ creative }: { creative: Creative }) {
  const t = useTexts(pageTexts)
  const filter = useFilter().request
  const { directionOf } = useNames()
  const request = { ...filter, directionId: undefined, creativeId: creative.id }
  const query = useQuery(creativeFiguresQuery(request))
  const facts = [directionOf(creative.direction_id), creative.platform, creative.is_archived && t('archived')]
  return (
    <Stack gap="sm">
      <Back />
      <Page
        title={creative.title}
        printed={<PrintedFilter />}
        description={facts.filter(Boolean).join(' · ')}
        actions={<LeadsButton part={{ creativeId: creative.id }}>{t('openLeads')}</LeadsButton>}
      >
        <FilterBar withDirection={false} />
        <QueryView query={query} lines={9}>
          {({ creatives: [row] }) => (row ? <Parts row={row} request={request} /> : <NoFigures />)}
        </QueryView>
        <SourcePanel creative={creative} />
      </Page>
    </Stack>
  )
}

function Parts({ row, request }: { row: CreativeRow; request: FigureRequest }) {
  return (
    <Stack gap="lg">
      <VerdictPanel row={row} />
      <FigureList row={row} />
      <EvidencePanel id={row.creative_id} />
      <Trend request={request} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Curve row={row} request={request} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <SmallFunnel request={request} />
        </Grid.Col>
        <Grid.Col span={12}>
          <LossPanel request={request} />
        </Grid.Col>
      </Grid>
    </Stack>
  )
}
