import { Text } from '@mantine/core'
import { commonTexts } from '@/components/texts'
import { usePlace } from '@/lib/account'
import { formatter } from '@/lib/format'
import { useLanguage } from '@/lib/language'
import { today } from '@/lib/period'
import { useTexts } from '@/lib/texts'

/** The client, what the page is of, and its day, on paper. */
export function PrintedLine({ parts = [] }: { parts?: readonly (string | false | undefined)[] }) {
  const t = useTexts(commonTexts)
  const { name, timeZone } = usePlace()
  const day = formatter(useLanguage()).day(today(timeZone))
  return (
    <Text size="sm" mt={4} className="print-only">
      {[name, ...parts, t('printed', { day })].filter(Boolean).join(' · ')}
    </Text>
  )
}
