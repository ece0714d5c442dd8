import { Paper, Skeleton, Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { SectionTitle } from '@/components/SectionTitle'
import { Failure, Loading } from '@/components/States'
import { comparisonTexts } from '@/features/creatives/comparison-texts'
import { curvesOf, ofCreative, type MaturityCurve } from '@/features/creatives/curves'
import { HorizonTable } from '@/features/creatives/HorizonTable'
import { useNames } from '@/features/creatives/use-names'
import { maturityQuery } from '@/lib/analytics'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

const MaturityChart = lazy(() => import('@/features/creatives/MaturityChart'))

/** Maturity curves: young leads of one creative are not mistaken for bad leads of another. */
export function Maturity({ rows }: { rows: CreativeRow[] }) {
  const t = useTexts(comparisonTexts)
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} component="section" aria-labelledby="maturity">
      <SectionTitle id="maturity" title={t('maturity')} term="maturity" />
      <Text size="sm" c="dimmed" mb="md">
        {t('maturityHint')}
      </Text>
      <Curves rows={rows} />
    </Paper>
  )
}

function Curves({ rows }: { rows: CreativeRow[] }) {
  const t = useTexts(comparisonTexts)
  const { request } = useFilter()
  const { titleOf } = useNames()
  const answers = useQueries({
    queries: rows.map((row) => maturityQuery(ofCreative(request, row.creative_id))),
  })
  const failed = answers.find((answer) => answer.isError && !answer.data)
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />
  const curves = answers.flatMap(({ data }, i): MaturityCurve[] => {
    const row = rows[i]
    return data && row ? [{ id: row.creative_id, title: titleOf(row), figures: data }] : []
  })
  if (curves.length < rows.length) return <Loading lines={6} />
  const days = curvesOf(curves)
  return (
    <>
      {days.length < 2 ? (
        <Text c="dimmed">{t('noCurve')}</Text>
      ) : (
        <Suspense fallback={<Skeleton height={300} />}>
          <MaturityChart curves={curves} days={days} />
        </Suspense>
      )}
      <HorizonTable curves={curves} />
      {curves.some(({ figures }) => figures.p90_days === null) && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('paceUnknown')}
        </Text>
      )}
    </>
  )
}
