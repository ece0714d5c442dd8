import { Group, Text, Tooltip } from '@mantine/core'
import classes from '@/components/RateBar.module.css'
import { commonTexts } from '@/components/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

export interface Rate {
  numerator: number
  denominator: number
  rate: number | null
  lo: number | null
  hi: number | null
}

/** A share with its 95 % interval drawn on a scale from 0 to `max` percent. */
export function RateBar({ rate, width = 120, max = 100 }: { rate: Rate; width?: number; max?: number }) {
  const format = useFormat()
  const t = useTexts(commonTexts)
  const ofLeads = t('ofLeads', {
    numerator: format.count(rate.numerator),
    denominator: format.count(rate.denominator),
  })
  if (rate.rate === null || rate.lo === null || rate.hi === null) return <Text c="dimmed">—</Text>
  const at = (percent: number) => (Math.min(percent, max) / max) * width
  const interval = t('interval', { range: format.percentRange(rate.lo, rate.hi) })
  return (
    <Tooltip label={`${ofLeads}. ${interval}`}>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" fw={600} miw={max === 100 ? 56 : 46} ta="right" className={classes.figure}>
          {format.percent(rate.rate)}
        </Text>
        <svg
          className={classes.bar}
          width={width}
          height={14}
          role="img"
          aria-label={`${ofLeads}. ${interval}`}
        >
          <line className={classes.scale} x1={0} x2={width} y1={7} y2={7} />
          <line className={classes.interval} x1={at(rate.lo)} x2={at(rate.hi)} y1={7} y2={7} />
          <circle className={classes.point} cx={at(rate.rate)} cy={7} r={4} />
        </svg>
      </Group>
    </Tooltip>
  )
}
