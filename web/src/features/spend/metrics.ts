import { ApiError } from '@/lib/problem'

export interface LineError {
  line: number
  code?: string
  /** The API's message, in English. */
  message: string
  column?: string | null
  /** The value in the file. */
  value?: string | null
}

const isLineError = (error: unknown): error is LineError =>
  typeof error === 'object' && error !== null && 'line' in error && 'message' in error

/** Errors by line; empty when the file as a whole was refused. */
export function lineErrors(error: unknown): LineError[] {
  if (!(error instanceof ApiError) || !Array.isArray(error.problem.errors)) return []
  return error.problem.errors.filter(isLineError)
}

/** An example file of two lines. */
export const spendExample = (currency: string) =>
  [
    'date;ad_id;spend;currency;impressions;clicks',
    `2026-11-01;120210000000001;1250,50;${currency};8400;96`,
    `2026-11-02;120210000000001;990;${currency};7100;81`,
    '',
  ].join('\r\n')

interface Column {
  heading: string
  meaning: string | null
}

/** What an unknown file's column may mean. */
export const meanings = [
  'date',
  'ad_id',
  'ad_name',
  'creative_id',
  'spend',
  'currency',
  'impressions',
  'clicks',
] as const
export type Meaning = (typeof meanings)[number]

/** The mapping after one column was given a meaning; a meaning is one column's alone. */
export function remapped(
  columns: Column[],
  before: Record<string, string> | undefined,
  heading: string,
  meaning: string | null,
) {
  const known = columns.flatMap((column) => (column.meaning ? [[column.heading, column.meaning]] : []))
  const next: Record<string, string> = { ...(before ?? Object.fromEntries(known)) }
  const former = columns.find((column) => column.meaning === meaning && column.heading !== heading)
  if (meaning && former) next[former.heading] = 'ignore'
  next[heading] = meaning ?? 'ignore'
  return next
}

const share = (part: number | null, whole: number | null) =>
  part === null || !whole ? undefined : part / whole

/** Clicks of 100 impressions. */
export const ctr = (row: { clicks: number | null; impressions: number | null }) => {
  const clicked = share(row.clicks, row.impressions)
  return clicked === undefined ? undefined : clicked * 100
}

/** Spend of a click. */
export const cpc = (row: { spend: number; clicks: number | null }) => share(row.spend, row.clicks)

/** Errors that a mapping of columns answers. */
export const asksForColumns = (errors: LineError[]) =>
  errors.some(({ code, column }) => code === 'unknown_columns' || (code === 'no_ad_ids' && !column))

export const asksForUnit = (errors: LineError[]) => errors.some(({ code }) => code === 'amount_unit_unknown')
