import { kept } from '@/lib/kept'

/** Days as YYYY-MM-DD in the account's time zone, both included; a missing end is open. */
export interface Period {
  from?: string
  to?: string
}

export const presets = ['7d', '30d', '90d', 'month', 'previous_month', 'all'] as const
export type Preset = (typeof presets)[number]

const dayMs = 86_400_000
const asDay = (date: Date) => date.toISOString().slice(0, 10)
const parse = (day: string) => new Date(`${day}T00:00:00Z`)

export const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(parse(value).getTime()) &&
  asDay(parse(value)) === value

export const addDays = (day: string, days: number) => asDay(new Date(parse(day).getTime() + days * dayMs))

/** The day of an instant in a time zone. */
export const today = (timeZone: string, now = new Date()) => dayFormat(timeZone).format(now)

const dayFormat = kept(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
)

export function presetPeriod(preset: Preset, today: string): Period {
  const month = `${today.slice(0, 7)}-01`
  switch (preset) {
    case '7d':
      return { from: addDays(today, -6), to: today }
    case '30d':
      return { from: addDays(today, -29), to: today }
    case '90d':
      return { from: addDays(today, -89), to: today }
    case 'month':
      return { from: month, to: today }
    case 'previous_month': {
      const last = addDays(month, -1)
      return { from: `${last.slice(0, 7)}-01`, to: last }
    }
    case 'all':
      return {}
  }
}

/** The preset that equals a period today; undefined for a custom one. */
export const presetOf = (period: Period, today: string) =>
  presets.find((preset) => {
    const its = presetPeriod(preset, today)
    return its.from === period.from && its.to === period.to
  })

export const daysIn = ({ from, to }: Period) =>
  from && to ? Math.round((parse(to).getTime() - parse(from).getTime()) / dayMs) + 1 : undefined
