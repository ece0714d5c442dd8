import { Paper, Text } from '@mantine/core'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { Chart } from '@/components/Chart'
import { axis, label as chartLabel } from '@/components/chart-axis'
import { comparisonTexts } from '@/features/creatives/comparison-texts'
import classes from '@/features/creatives/comparison.module.css'
import type { CurveDay, MaturityCurve } from '@/features/creatives/curves'
import { dashes } from '@/features/creatives/dashes'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Steps with their bands, and the day on which leads are judged. Loaded with Recharts. */
export default function MaturityChart({
  curves,
  days,
  judgedOn,
}: {
  curves: MaturityCurve[]
  days: CurveDay[]
  judgedOn?: number
}) {
  const t = useTexts(comparisonTexts)
  const format = useFormat()
  const judged = days.find(({ day }) => day === judgedOn)
  const steps = { type: 'stepAfter', dot: false, activeDot: false, isAnimationActive: false } as const
  return (
    <figure className={classes.figure} aria-labelledby="maturity">
      <Chart height={300}>
        <ComposedChart data={days} margin={{ top: 8, right: 16, bottom: 20, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
          <XAxis
            dataKey="day"
            type="number"
            domain={[0, 'dataMax']}
            label={{
              value: t('daysAxis'),
              position: 'bottom',
              offset: 0,
              ...chartLabel,
            }}
            {...axis}
          />
          <YAxis width={48} domain={[0, 'auto']} tickFormatter={format.percent} {...axis} />
          <Tooltip
            isAnimationActive={false}
            content={({ active, label }) => {
              const day = days.find((d) => d.day === label)
              return active && day ? <Reading day={day} curves={curves} /> : null
            }}
          />
          {curves.map(({ id, title }, i) => (
            <Area
              key={`${id} band`}
              {...steps}
              dataKey={(day: CurveDay) => day.bands[i]}
              name={title}
              stroke="none"
              fill={`var(--series-${i})`}
              fillOpacity={0.13}
            />
          ))}
          {curves.map(({ id, title }, i) => (
            <Line
              key={id}
              {...steps}
              dataKey={(day: CurveDay) => day.shares[i]}
              name={title}
              stroke={`var(--series-${i})`}
              strokeWidth={2}
              strokeDasharray={dashes[i]}
            />
          ))}
          {judged && (
            <ReferenceLine
              x={judged.day}
              stroke="var(--mantine-color-dimmed)"
              strokeDasharray="4 4"
              label={{
                value: t('judgedHere'),
                position: judged.day > days.length / 2 ? 'insideTopRight' : 'insideTopLeft',
                ...chartLabel,
              }}
            />
          )}
          {judged?.shares.map(
            (share, i) =>
              share !== null && (
                <ReferenceDot
                  key={curves[i]?.id}
                  x={judged.day}
                  y={share}
                  r={5}
                  fill={`var(--series-${i})`}
                />
              ),
          )}
        </ComposedChart>
      </Chart>
    </figure>
  )
}

function Reading({ day, curves }: { day: CurveDay; curves: MaturityCurve[] }) {
  const t = useTexts(comparisonTexts)
  const format = useFormat()
  return (
    <Paper withBorder shadow="sm" p="xs">
      <Text size="xs" fw={650}>
        {t('dayShort', { day: day.day })}
      </Text>
      {curves.map(({ id, title }, i) => {
        const band = day.bands[i]
        return (
          <Text key={id} size="xs">
            {title}: {format.percent(day.shares[i])}
            {band && ` (${format.percentRange(band[0], band[1])})`}
          </Text>
        )
      })}
    </Paper>
  )
}
