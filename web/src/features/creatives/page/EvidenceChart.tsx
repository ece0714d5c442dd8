import { Paper, Text } from '@mantine/core'
import { Area, CartesianGrid, ComposedChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { Chart } from '@/components/Chart'
import { axis, label as chartLabel } from '@/components/chart-axis'
import classes from '@/features/creatives/comparison.module.css'
import { type EvidenceFigures, evidenceAxis, evidenceOf } from '@/features/creatives/page/evidence'
import { pageTexts } from '@/features/creatives/page/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const colour = 'var(--mantine-primary-color-filled)'

/** Evidence on a scale of powers of ten. Loaded with Recharts. */
export default function EvidenceChart({ figures }: { figures: EvidenceFigures }) {
  const t = useTexts(pageTexts)
  const format = useFormat()
  const { ticks, from, to } = evidenceAxis(figures)
  const points = figures.days.map((day) => ({ at: Date.parse(day.date), ln: day.ln_evidence }))
  const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10)
  return (
    <figure className={classes.figure} aria-label={t('evidence')}>
      <Chart height={260}>
        <ComposedChart data={points} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
          <XAxis
            dataKey="at"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(at: number) => format.shortDay(`${dayAt(at)}T12:00:00Z`)}
            minTickGap={24}
            {...axis}
          />
          <YAxis
            width={64}
            domain={[from, to]}
            ticks={ticks}
            tickFormatter={(ln: number) => format.number(evidenceOf(ln))}
            {...axis}
          />
          <Tooltip
            isAnimationActive={false}
            content={({ active, label }) => {
              const day = figures.days.find(({ date }) => typeof label === 'number' && date === dayAt(label))
              return active && day ? <Reading day={day} /> : null
            }}
          />
          <Area
            dataKey="ln"
            type="stepAfter"
            baseValue={0}
            stroke={colour}
            strokeWidth={2}
            fill={colour}
            fillOpacity={0.13}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            name={t('evidence')}
          />
          {figures.decides_at_ln !== null && (
            <ReferenceLine
              y={figures.decides_at_ln}
              stroke="var(--mantine-color-text)"
              strokeDasharray="5 4"
              label={{ value: t('decidesHere'), position: 'insideTopLeft', ...chartLabel }}
            />
          )}
        </ComposedChart>
      </Chart>
    </figure>
  )
}

function Reading({ day }: { day: EvidenceFigures['days'][number] }) {
  const t = useTexts(pageTexts)
  const format = useFormat()
  return (
    <Paper withBorder shadow="sm" p="xs">
      <Text size="xs" fw={650}>
        {format.day(day.date)}: {format.number(evidenceOf(day.ln_evidence))}
      </Text>
      <Text size="xs">{t('ownOfDay', { qualified: day.qualified, leads: day.leads })}</Text>
      <Text size="xs">{t('othersOfDay', { qualified: day.others_qualified, leads: day.others_leads })}</Text>
    </Paper>
  )
}
