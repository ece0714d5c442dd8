import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import { comparisonTexts } from '@/features/creatives/comparison-texts'
import classes from '@/features/creatives/comparison.module.css'
import { curvesOf, ofCreative } from '@/features/creatives/curves'
import { pageTexts } from '@/features/creatives/page/texts'
import { useNames } from '@/features/creatives/use-names'
import { maturityQuery } from '@/lib/analytics'
import type { CreativeRow, FigureRequest } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

const MaturityChart = lazy(() => import('@/features/creatives/MaturityChart'))

/** The share of qualified leads by age, with the day on which they are judged. */
export function Curve({ row, request }: { row: CreativeRow; request: FigureRequest }) {
  const t = useTexts(pageTexts)
  const ofCurves = useTexts(comparisonTexts)
  const { titleOf } = useNames()
  const query = useQuery(maturityQuery(ofCreative(request, row.creative_id)))
  return (
    <Section title={t('curve')} hint={t('curveHint', { days: row.horizon_days })} term="maturity">
      <QueryView query={query} lines={6}>
        {(figures) => {
          const curves = [{ id: row.creative_id, title: titleOf(row), figures }]
          const days = curvesOf(curves, row.horizon_days)
          if (days.length < 2) return <Text c="dimmed">{ofCurves('noCurve')}</Text>
          return (
            <div className={classes.palette}>
              <Suspense fallback={<Skeleton height={300} />}>
                <MaturityChart curves={curves} days={days} judgedOn={row.horizon_days} />
              </Suspense>
            </div>
          )
        }}
      </QueryView>
    </Section>
  )
}
