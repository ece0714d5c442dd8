import type { Term } from '@/components/terms'
import type { SortKey } from '@/features/creatives/search'

/** The columns of figures, in their order; the title and the verdict stand before them. */
export const figureColumns = [
  'spend',
  'romi',
  'cpql',
  'cac',
  'total_leads',
  'cpl',
  'qualified_leads',
  'qualification',
  'won_deals',
  'conversion',
  'revenue',
] as const satisfies SortKey[]
export type FigureColumn = (typeof figureColumns)[number]

/** Where the page «How we count» explains a column. */
export const explainedBy: Record<FigureColumn, Term> = {
  spend: 'money',
  romi: 'money',
  cpql: 'money',
  cac: 'money',
  total_leads: 'people',
  cpl: 'money',
  qualified_leads: 'qualified',
  qualification: 'interval',
  won_deals: 'money',
  conversion: 'money',
  revenue: 'money',
}

export type ColumnPair = readonly [FigureColumn] | readonly [FigureColumn, FigureColumn]

/** The columns of the table in pairs, money first: below a count stands its cost or share. */
export const columnPairs = [
  ['spend', 'romi'],
  ['cpql', 'cac'],
  ['total_leads', 'cpl'],
  ['qualified_leads'],
  ['qualification'],
  ['won_deals', 'conversion'],
  ['revenue'],
] as const satisfies ColumnPair[]

/** Reads the hidden columns that a browser keeps; anything else hides nothing. */
export function readHidden(kept: string | undefined): FigureColumn[] {
  try {
    const read: unknown = JSON.parse(kept ?? '[]')
    if (!Array.isArray(read)) return []
    return columnPairs.map(([column]) => column).filter((column) => read.includes(column))
  } catch {
    return []
  }
}
