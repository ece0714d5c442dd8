import { isDay, presetPeriod, type Period } from '@/lib/period'

export const modes = ['ever', 'current', 'reached_or_passed', 'within', 'judged'] as const
export type Mode = (typeof modes)[number]
export const defaultMode: Mode = 'ever'

/** Modes whose rates rise while leads are young: the others count the present, or leads that are old enough. */
export const ripens = (mode: Mode = defaultMode) => mode === 'ever' || mode === 'reached_or_passed'

/** Counts what stands now, whatever the age: no verdict belongs beside it. */
export const isSnapshot = (mode: Mode = defaultMode) => mode === 'current'

/** The filter of figures. It lives in the address and is part of every query key. */
export interface Filter extends Period {
  directionId?: string
  creativeId?: string
  mode?: Mode
  days?: number
  /** All time; a pair of days cannot express it. */
  period?: 'all'
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Reads the filter from an address; invalid values are dropped. */
export function readFilter(search: Record<string, unknown>): Filter {
  const mode = modes.find((m) => m === search.mode)
  const days = Number(search.days)
  const filter: Filter = {
    from: isDay(search.from) ? search.from : undefined,
    to: isDay(search.to) ? search.to : undefined,
    directionId: text(search.directionId),
    creativeId: text(search.creativeId),
    period: search.period === 'all' && !isDay(search.from) && !isDay(search.to) ? 'all' : undefined,
    mode: mode === defaultMode ? undefined : mode,
    days: mode === 'within' ? (Number.isInteger(days) && days >= 1 && days <= 3660 ? days : 14) : undefined,
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

/** The search parameters that every page keeps. */
export const keptParts = ['from', 'to', 'period', 'directionId', 'mode', 'days'] as const

/** The request parameters; the default period is the last 30 days. */
export function asRequest({ period, ...filter }: Filter, today: string) {
  if (period === 'all' || filter.from || filter.to) return filter
  return { ...filter, ...presetPeriod('30d', today) }
}
