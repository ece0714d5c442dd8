import { DatePickerInput } from '@mantine/dates'
import 'dayjs/locale/ru'
import { useState } from 'react'
import { commonTexts } from '@/components/texts'
import { useLanguage } from '@/lib/language'
import { useTexts } from '@/lib/texts'

/** A range of two days, both included. Loaded on demand, for the custom period. */
export default function DayRange({
  from,
  to,
  onChange,
}: {
  from?: string
  to?: string
  onChange: (from: string | undefined, to: string | undefined) => void
}) {
  const t = useTexts(commonTexts)
  const language = useLanguage()
  const [half, setHalf] = useState<string | null>(null)
  return (
    <DatePickerInput
      type="range"
      label={t('ownDays')}
      locale={language}
      firstDayOfWeek={1}
      valueFormat="DD.MM.YYYY"
      w={230}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      value={half ? [half, null] : [from ?? null, to ?? null]}
      onChange={([first, last]) => {
        // A range is half chosen at first; the figures wait for its end.
        if (first && !last) {
          setHalf(first)
          return
        }
        setHalf(null)
        onChange(first ?? undefined, last ?? undefined)
      }}
    />
  )
}
