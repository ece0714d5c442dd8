import { Group, Paper, Stack, Text } from '@mantine/core'
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { Chart } from '@/components/Chart'
import { axis } from '@/components/chart-axis'
import { chartPoints, type ChartPoint, type TrendPoint } from '@/components/trend/points'
import { pointLabel } from '@/components/trend/point-label'
import type { Interval } from '@/components/trend/search'
import { trendTexts } from '@/components/trend/texts'
import classes from '@/components/trend/TrendChart.module.css'
import type { Formatter } from '@/lib/format'
import { useLanguage } from '@/lib/language'
import { useTexts } from '@/lib/texts'

const colours = {
  qualified: 'var(--trend-qualified)',
  rest: 'var(--trend-rest)',
  rate: 'var(--trend-rate)',
}

/** Bars of leads with the qualified ones in them; the rate dashed where it may still rise. Loaded with Recharts. */
export default function TrendChart({
  points,
  interval,
  format,
}: {
  points: TrendPoint[]
  interval: Interval
  format: Formatter
}) {
  const t = useTexts(trendTexts)
  const language = useLanguage()
  const label = (index: number) => (points[index] ? pointLabel(points[index], interval, language) : '')
  return (
    <figure className={classes.figure} aria-labelledby="trend">
      <Legend />
      <Chart height={280}>
        <ComposedChart
          data={chartPoints(points)}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="20%"
        >
          <Hatches />
          <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
          <XAxis dataKey="index" tickFormatter={label} minTickGap={16} {...axis} />
          <YAxis yAxisId="leads" width={36} allowDecimals={false} {...axis} />
          <YAxis
            yAxisId="rate"
            orientation="right"
            width={48}
            domain={[0, 'auto']}
            tickFormatter={format.percent}
            {...axis}
          />
          <Tooltip
            cursor={{ fill: 'var(--mantine-color-default-hover)' }}
            isAnimationActive={false}
            content={({ active, label: index }) =>
              active && typeof index === 'number' && points[index] ? (
                <Reading point={points[index]} label={label(index)} format={format} />
              ) : null
            }
          />
          <Bar
            yAxisId="leads"
            dataKey="qualified"
            stackId="leads"
            isAnimationActive={false}
            shape={barOf('qualified')}
            name={t('qualified')}
          />
          <Bar
            yAxisId="leads"
            dataKey="rest"
            stackId="leads"
            isAnimationActive={false}
            shape={barOf('rest')}
            name={t('rest')}
          />
          <Line
            yAxisId="rate"
            dataKey="settledRate"
            {...line}
            dot={{ r: 2.5, fill: colours.rate, strokeWidth: 0 }}
            name={t('rate')}
          />
          <Line
            yAxisId="rate"
            dataKey="youngRate"
            {...line}
            strokeDasharray="4 4"
            dot={{ r: 2.5, fill: 'var(--mantine-color-body)', strokeDasharray: '0' }}
            name={t('young')}
          />
          <Line
            yAxisId="rate"
            dataKey="partialRate"
            {...line}
            stroke="none"
            dot={{ r: 3, fill: 'var(--mantine-color-body)', stroke: colours.rate, strokeWidth: 1.5 }}
            name={t('partial')}
          />
        </ComposedChart>
      </Chart>
    </figure>
  )
}

const line = {
  type: 'linear',
  stroke: colours.rate,
  strokeWidth: 2,
  connectNulls: true,
  isAnimationActive: false,
} as const

interface Drawn {
  x?: number | string
  y?: number | string
  width?: number | string
  height?: number | string
  payload?: ChartPoint
}

const barOf = (part: 'qualified' | 'rest') =>
  function TrendBar({ x = 0, y = 0, width = 0, height = 0, payload }: Drawn) {
    const look = payload?.isPartial
      ? { fill: `url(#hatch-${part})`, stroke: colours[part], strokeDasharray: '3 2', 'data-partial': true }
      : { fill: colours[part], opacity: payload?.isYoung ? 0.45 : 1 }
    return <rect x={x} y={y} width={width} height={height} {...look} />
  }

/** The hatch pattern of partial periods. */
function Hatches() {
  return (
    <defs>
      {(['qualified', 'rest'] as const).map((part) => (
        <pattern
          key={part}
          id={`hatch-${part}`}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={2} height={6} fill={colours[part]} />
        </pattern>
      ))}
    </defs>
  )
}

function Legend() {
  const t = useTexts(trendTexts)
  return (
    <Group gap="md" mb="xs" justify="flex-start">
      {(['qualified', 'rest', 'rate'] as const).map((part) => (
        <Group key={part} gap={6}>
          <span className={part === 'rate' ? classes.stroke : classes.square} data-part={part} />
          <Text size="xs">{t(part)}</Text>
        </Group>
      ))}
    </Group>
  )
}

function Reading({ point, label, format }: { point: TrendPoint; label: string; format: Formatter }) {
  const t = useTexts(trendTexts)
  const partText = t('partialDays', { count: point.days })
  const { rate, lo, hi } = point.qualification
  return (
    <Paper withBorder shadow="sm" p="xs">
      <Stack gap={2}>
        <Text size="xs" fw={650}>
          {label}
          {point.is_partial ? ` · ${partText}` : !point.mature && ` · ${t('young')}`}
        </Text>
        <Text size="xs">
          {t('leads')}: {format.count(point.total_leads)}
        </Text>
        <Text size="xs">
          {t('qualified')}: {format.count(point.qualified_leads)}
        </Text>
        {rate !== null && (
          <Text size="xs">
            {t('rate')}: {format.percent(rate)} ({format.percentRange(lo, hi)})
          </Text>
        )}
        <Text size="xs">
          {t('won')}: {format.count(point.won_deals)}
        </Text>
      </Stack>
    </Paper>
  )
}
