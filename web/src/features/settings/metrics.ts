import { ApiError } from '@/lib/problem'

export interface LineError {
  line: number
  code?: string
  /** The API's own sentence, in English. */
  message: string
  /** What stands there. */
  value?: string | null
}

const isLineError = (error: unknown): error is LineError =>
  typeof error === 'object' && error !== null && 'line' in error && 'message' in error

/** What was wrong in which line of a file; empty when the file as a whole was refused. */
export function lineErrors(error: unknown): LineError[] {
  if (!(error instanceof ApiError) || !Array.isArray(error.problem.errors)) return []
  return error.problem.errors.filter(isLineError)
}

/** Two lines that the upload takes. */
export const spendExample = (currency: string) =>
  [
    'date;ad_id;spend;currency;impressions;clicks',
    `2026-11-01;120210000000001;1250,50;${currency};8400;96`,
    `2026-11-02;120210000000001;990;${currency};7100;81`,
    '',
  ].join('\r\n')
