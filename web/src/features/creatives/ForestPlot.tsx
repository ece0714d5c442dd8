import { Paper, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { SectionTitle } from '@/components/SectionTitle'
import { comparisonTexts } from '@/features/creatives/comparison-texts'
import classes from '@/features/creatives/comparison.module.css'
import { axisOf, pooledRest } from '@/features/creatives/metrics'
import { useNames } from '@/features/creatives/use-names'
import { useFormat } from '@/lib/account'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

const wideRow = { height: 44, centre: 22 }
const narrowRow = { height: 74, centre: 54 }
const axisHeight = 30

/** A forest plot: rates with intervals on one axis; the line is the rate of the others. */
export function ForestPlot({ rows, all }: { rows: CreativeRow[]; all: CreativeRow[] }) {
  const t = useTexts(comparisonTexts)
  const format = useFormat()
  const { titleOf } = useNames()
  const isNarrow = useMediaQuery('screen and (max-width: 48em)', undefined, {
    getInitialValueInEffect: false,
  })
  const rest = pooledRest(all, new Set(rows.map((row) => row.creative_id)))
  const restText =
    rest.qualification.rate !== null &&
    t(rest.isRest ? 'restLine' : 'averageLine', { rate: format.percent(rest.qualification.rate) })
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} component="section" aria-labelledby="forest">
      <SectionTitle id="forest" title={t('forest')} term="interval" />
      <Text size="sm" c="dimmed" mb="md">
        {t('forestHint')}
      </Text>
      <div className={classes.forest} data-narrow={isNarrow || undefined}>
        <ol className={classes.names}>
          {rows.map((row) => (
            <li key={row.creative_id}>
              <Text size="sm" fw={600} lineClamp={1}>
                {titleOf(row)}
              </Text>
              <Text size="xs" c="dimmed" className={classes.number}>
                <Reading row={row} />
              </Text>
            </li>
          ))}
        </ol>
        <Plot rows={rows} rest={rest.qualification.rate} line={isNarrow ? narrowRow : wideRow} />
      </div>
      {restText && (
        <Text size="sm" mt="xs" className={classes.restKey}>
          <span className={classes.restStroke} aria-hidden /> {restText}
        </Text>
      )}
    </Paper>
  )
}

function Reading({ row }: { row: CreativeRow }) {
  const t = useTexts(comparisonTexts)
  const format = useFormat()
  const { rate, lo, hi, numerator, denominator } = row.qualification
  if (rate === null) return t('noLeads')
  return `${format.percent(rate)} (${format.percentRange(lo, hi)}) · ${format.count(numerator)} / ${format.count(denominator)}`
}

// Hidden from screen readers: the names beside it carry the figures.
function Plot({ rows, rest, line }: { rows: CreativeRow[]; rest: number | null; line: typeof wideRow }) {
  const format = useFormat()
  const { end, ticks } = axisOf(Math.max(rest ?? 0, ...rows.map((row) => row.qualification.hi ?? 0)))
  const at = (percent: number) => `${(100 * percent) / end}%` // of the width, on paper too
  const bottom = rows.length * line.height
  return (
    <div className={classes.plot}>
      <svg height={bottom + axisHeight} aria-hidden>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={classes.grid} x1={at(tick)} x2={at(tick)} y1={0} y2={bottom} />
            <text className={classes.tick} x={at(tick)} y={bottom + 18} textAnchor="middle">
              {format.percent(tick)}
            </text>
          </g>
        ))}
        {rest !== null && <line className={classes.rest} x1={at(rest)} x2={at(rest)} y1={0} y2={bottom} />}
        {rows.map((row, i) => (
          <Interval key={row.creative_id} row={row} series={i} y={i * line.height + line.centre} at={at} />
        ))}
      </svg>
    </div>
  )
}

function Interval({
  row,
  series,
  y,
  at,
}: {
  row: CreativeRow
  series: number
  y: number
  at: (percent: number) => string
}) {
  const { rate, lo, hi } = row.qualification
  if (rate === null || lo === null || hi === null) return null
  const colour = `var(--series-${series})`
  return (
    <g stroke={colour}>
      <line className={classes.whole} x1={at(lo)} x2={at(hi)} y1={y} y2={y} />
      <line className={classes.end} x1={at(lo)} x2={at(lo)} y1={y - 7} y2={y + 7} />
      <line className={classes.end} x1={at(hi)} x2={at(hi)} y1={y - 7} y2={y + 7} />
      <circle cx={at(rate)} cy={y} r={6} fill={colour} />
    </g>
  )
}
