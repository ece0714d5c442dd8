import { CloseButton, Group, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { FilterBar } from '@/components/FilterBar'
import { ButtonLink } from '@/components/Links'
import { Page } from '@/components/Page'
import { PrintedFilter } from '@/components/PrintedFilter'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { ComparedFigures } from '@/features/creatives/ComparedFigures'
import { comparisonTexts } from '@/features/creatives/comparison-texts'
import classes from '@/features/creatives/comparison.module.css'
import { dashes } from '@/features/creatives/dashes'
import { ForestPlot } from '@/features/creatives/ForestPlot'
import { Maturity } from '@/features/creatives/Maturity'
import { readComparison } from '@/features/creatives/search'
import { useNames } from '@/features/creatives/use-names'
import { useTable } from '@/features/creatives/use-table'
import { useAccount } from '@/lib/account'
import { creativeFiguresQuery } from '@/lib/analytics'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** Compares creatives: rates with intervals, and maturity curves. */
export function ComparisonPage() {
  const t = useTexts(comparisonTexts)
  const { ids = [] } = readComparison(useSearch({ strict: false }))
  const { request } = useFilter()
  const query = useQuery(creativeFiguresQuery(request))
  return (
    <Page title={t('comparison')} printed={<PrintedFilter />} actions={<Back ids={ids} />}>
      <FilterBar />
      {ids.length === 0 ? (
        <Empty title={t('nothingChosen')} hint={t('nothingChosenHint')} action={<Back ids={ids} />} />
      ) : (
        <QueryView query={query} lines={9}>
          {({ creatives }) => <Compared rows={creatives} ids={ids} />}
        </QueryView>
      )}
    </Page>
  )
}

function Back({ ids }: { ids: string[] }) {
  const t = useTexts(comparisonTexts)
  const { id } = useAccount()
  return (
    <ButtonLink
      variant="default"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
      to="/a/$accountId/creatives"
      params={{ accountId: id }}
      search={{ ids }}
    >
      {t('back')}
    </ButtonLink>
  )
}

function Compared({ rows, ids }: { rows: CreativeRow[]; ids: string[] }) {
  const t = useTexts(comparisonTexts)
  const chosen = ids.flatMap((id) => rows.find((row) => row.creative_id === id) ?? [])
  if (chosen.length === 0) return <Empty title={t('none')} hint={t('noneHint')} />
  return (
    <Stack gap="lg" className={classes.palette}>
      <Chosen rows={chosen} />
      <ForestPlot rows={chosen} all={rows} />
      <ComparedFigures rows={chosen} />
      <Maturity rows={chosen} />
    </Stack>
  )
}

/** The legend of the curves, as removable chips. */
function Chosen({ rows }: { rows: CreativeRow[] }) {
  const t = useTexts(comparisonTexts)
  const { titleOf } = useNames()
  const { toggle } = useTable()
  return (
    <Group gap="xs" component="ul" p={0} m={0}>
      {rows.map((row, i) => (
        <Group key={row.creative_id} component="li" gap={6} wrap="nowrap" className={classes.chip}>
          <svg className={classes.swatch} width={36} height={3} aria-hidden>
            <line x2={36} y1={1.5} y2={1.5} stroke={`var(--series-${i})`} strokeDasharray={dashes[i]} />
          </svg>
          <Text size="sm" lineClamp={1}>
            {titleOf(row)}
          </Text>
          <CloseButton
            size="sm"
            aria-label={t('remove', { title: titleOf(row) })}
            onClick={() => toggle(row.creative_id)}
          />
        </Group>
      ))}
    </Group>
  )
}
