import { Text } from '@mantine/core'
import { qualifiedTexts } from '@/components/qualified-texts'
import { defaultMode } from '@/lib/filter'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** What "qualified" means of the number beside: where it is of now or ever, both numbers; else the name of its mode. */
export function QualifiedModes({ now, ever }: { now: number; ever: number }) {
  const t = useTexts(qualifiedTexts)
  const { mode = defaultMode, days = 0 } = useFilter().request
  return (
    <Text
      span
      display="block"
      size="xs"
      c="dimmed"
      style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'normal' }}
    >
      {mode === 'ever' || mode === 'current'
        ? t('nowAndEver', { now, ever })
        : mode === 'within'
          ? t('within', { count: days })
          : t(mode)}
    </Text>
  )
}
