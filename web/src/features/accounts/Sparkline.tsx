import { sparkline } from '@/features/accounts/metrics'
import { accountsTexts } from '@/features/accounts/texts'
import { useTexts } from '@/lib/texts'

const [width, height] = [96, 22]

/** The leads of each day as a line. */
export function Sparkline({ name, values }: { name: string; values: readonly number[] }) {
  const t = useTexts(accountsTexts)
  return (
    <svg
      width={width}
      height={height + 2}
      viewBox={`0 -1 ${width} ${height + 2}`}
      role="img"
      aria-label={t('trendOf', { name, values: values.join(', ') })}
    >
      <path
        d={sparkline(values, width, height)}
        fill="none"
        stroke="var(--mantine-color-brand-filled)"
        strokeWidth={1.5}
      />
    </svg>
  )
}
