import { type Preset, presets } from '@/lib/period'

export const columns = [
  'name',
  'leads',
  'qualified',
  'cpql',
  'romi',
  'decided',
  'completeness',
  'data_as_of',
  'alerts',
] as const
export type Column = (typeof columns)[number]

/** The state of the page of all accounts, kept in the address. */
export interface AccountList {
  preset?: Preset
  sort?: Column
  order?: 'asc' | 'desc'
  search?: string
  attention?: true
}

export function readAccountList(search: Record<string, unknown>): AccountList {
  const list: AccountList = {
    preset: presets.find((preset) => preset === search.preset),
    sort: columns.find((column) => column === search.sort),
    order: search.order === 'asc' || search.order === 'desc' ? search.order : undefined,
    search: typeof search.search === 'string' && search.search !== '' ? search.search : undefined,
    attention: search.attention === true || search.attention === 'true' ? true : undefined,
  }
  return Object.fromEntries(Object.entries(list).filter(([, value]) => value !== undefined))
}
