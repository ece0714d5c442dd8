import type { TrendPoint } from '@/components/trend/points'
import type { Interval } from '@/components/trend/search'
import type { Language } from '@/lib/language'
import { withTightDays } from '@/lib/typography'

const at = (day: string) => new Date(`${day}T12:00:00Z`)

/** The short label of a point on the axis. */
export function pointLabel({ date, last_date }: TrendPoint, interval: Interval, language: Language) {
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  if (interval === 'month')
    return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      at(date),
    )
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return date === last_date ? day.format(at(date)) : withTightDays(day.formatRange(at(date), at(last_date)))
}
