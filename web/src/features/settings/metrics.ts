import { ApiError } from '@/lib/problem'

export interface LineError {
  line: number
  code?: string
  /** The API's message, in English. */
  message: string
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
