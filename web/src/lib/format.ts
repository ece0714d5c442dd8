import { kept } from '@/lib/kept'
import type { Language } from '@/lib/language'
import { asPercent, asRange, nbsp, withMinus, withTightDays } from '@/lib/typography'

const locales: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' }
const none = '—'

type Maybe = number | null | undefined
const known = (value: Maybe): value is number => typeof value === 'number' && Number.isFinite(value)

const moneyFormat = kept(
  (locale: string, currency: string, maximumFractionDigits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits,
      minimumFractionDigits: 0,
    }),
)

/** Formats numbers, money and times for a language; unknown is a dash, never 0. */
export const formatter = kept((language: Language, timeZone?: string) => {
  const locale = locales[language]
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const amount = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const write = (format: Intl.NumberFormat, value: number) => withMinus(format.format(value))
  const zone = timeZone ? { timeZone } : {}
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone })
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', ...zone })
  return {
    count: (value: Maybe) => (known(value) ? write(whole, value) : none),
    number: (value: Maybe) => (known(value) ? write(number, value) : none),
    /** A sum to the cent, as files tell it. */
    amount: (value: Maybe) => (known(value) ? write(amount, value) : none),
    /** A share given as 0–100. */
    percent: (value: Maybe) => (known(value) ? asPercent(write(number, value), language) : none),
    /** A range of shares. */
    percentRange: (from: Maybe, to: Maybe) =>
      known(from) && known(to) ? asPercent(asRange(write(number, from), write(number, to)), language) : none,
    money: (value: Maybe, currency?: string | null) => {
      if (!known(value)) return none
      if (!currency) return write(whole, value)
      return write(moneyFormat(locale, currency, Math.abs(value) < 100 ? 2 : 0), value)
    },
    /** A range of amounts; the currency stands beside it. */
    amountRange: (from: Maybe, to: Maybe) => {
      if (!known(from) || !known(to)) return none
      const format = Math.abs(to) < 100 ? amount : whole
      return asRange(write(format, from), write(format, to))
    },
    /** A day given as YYYY-MM-DD. */
    day: (value: string | null | undefined) => (value ? date.format(new Date(`${value}T12:00:00`)) : none),
    /** A range of days, both included. */
    days: (from: string, to: string) =>
      withTightDays(date.formatRange(new Date(`${from}T12:00:00`), new Date(`${to}T12:00:00`))),
    /** The day of an instant without the year, in the account's time zone. */
    shortDay: (value: string) => shortDay.format(new Date(value)),
    /** An instant to the minute, in the account's time zone. */
    time: (value: string | null | undefined) => (value ? dateTime.format(new Date(value)) : none),
    exactTime: (value: string | null | undefined) => (value ? exact.format(new Date(value)) : none),
    /** A duration in hours, in its two largest units. */
    hours: (value: Maybe) => (known(value) ? span(value * 3600, language) : none),
    seconds: (value: Maybe) => (known(value) ? span(value, language) : none),
  }
})

export type Formatter = ReturnType<typeof formatter>

const units: Record<Language, readonly [string, string, string, string]> = {
  ru: ['д', 'ч', 'мин', 'с'],
  en: ['d', 'h', 'min', 's'],
}

function span(seconds: number, language: Language) {
  const rest = Math.max(0, Math.round(seconds))
  const parts = [
    Math.floor(rest / 86400),
    Math.floor(rest / 3600) % 24,
    Math.floor(rest / 60) % 60,
    rest % 60,
  ]
  const first = parts.findIndex((part) => part > 0)
  if (first < 0) return `0${nbsp}${units[language][3]}`
  return parts
    .map((part, i) => (part > 0 && i >= first && i <= first + 1 ? `${part}${nbsp}${units[language][i]}` : ''))
    .filter(Boolean)
    .join(' ')
}
