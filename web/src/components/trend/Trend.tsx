import { Group, Paper, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { SectionTitle } from '@/components/SectionTitle'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { trendsQuery } from '@/components/trend/api'
import { intervalFor } from '@/components/trend/points'
import { type Interval, intervals, readTrend } from '@/components/trend/search'
import { trendTexts } from '@/components/trend/texts'
import { TrendTable } from '@/components/trend/TrendTable'
import { useFormat } from '@/lib/account'
import type { FigureRequest } from '@/lib/figures'
import { ripens } from '@/lib/filter'
import { daysIn } from '@/lib/period'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

const TrendChart = lazy(() => import('@/components/trend/TrendChart'))
type Form = 'chart' | 'table'

/** Leads, qualified leads and the rate by day of creation. */
export function Trend({ request }: { request: FigureRequest }) {
  const t = useTexts(trendTexts)
  const format = useFormat()
  const { today } = useFilter()
  const [form, setForm] = useState<Form>('chart')
  const asked = readTrend(useSearch({ strict: false })).interval
  const interval = asked ?? intervalFor(daysIn({ ...request, to: request.to ?? today }))
  const query = useQuery(trendsQuery(request, interval))
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} component="section" aria-labelledby="trend">
      <Group justify="space-between" mb="md" gap="xs">
        <SectionTitle id="trend" title={t('trend')} term="maturity" />
        <Group gap="xs">
          <IntervalChoice interval={interval} />
          <SegmentedControl
            size="xs"
            aria-label={t('form')}
            value={form}
            onChange={(chosen) => setForm(chosen === 'table' ? 'table' : 'chart')}
            data={[
              { value: 'chart', label: t('asChart') },
              { value: 'table', label: t('asTable') },
            ]}
          />
        </Group>
      </Group>
      <QueryView query={query} lines={8}>
        {({ points: counted }) => {
          const points = ripens(request.mode) ? counted : counted.map((point) => ({ ...point, mature: true }))
          if (points.every((point) => point.total_leads === 0))
            return <Empty title={t('noTrend')} hint={t('noTrendHint')} />
          if (form === 'table') return <TrendTable points={points} interval={interval} request={request} />
          return (
            <Stack gap="xs">
              <Suspense fallback={<Skeleton height={300} />}>
                <TrendChart points={points} interval={interval} format={format} />
              </Suspense>
              {points.some((point) => point.is_partial && point.total_leads > 0) && (
                <Text size="xs" c="dimmed">
                  {t('partialHint')}
                </Text>
              )}
              {points.some((point) => !point.mature && !point.is_partial && point.total_leads > 0) && (
                <Text size="xs" c="dimmed">
                  {t('youngHint')}
                </Text>
              )}
            </Stack>
          )
        }}
      </QueryView>
    </Paper>
  )
}

function IntervalChoice({ interval }: { interval: Interval }) {
  const t = useTexts(trendTexts)
  const navigate = useNavigate()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('interval')}
      value={interval}
      onChange={(chosen) =>
        void navigate({
          to: '.',
          replace: true,
          resetScroll: false,
          search: (before) => ({ ...before, ...readTrend({ interval: chosen }) }),
        })
      }
      data={intervals.map((value) => ({ value, label: t(value) }))}
    />
  )
}
