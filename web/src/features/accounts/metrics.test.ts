import { expect, it } from 'vitest'
import type { AccountRow } from '@/features/accounts/api'
import { arrange, sparkline } from '@/features/accounts/metrics'

const row = (name: string, figures: Partial<AccountRow> = {}) =>
  ({
    name,
    currency: 'RUB',
    alerts: 0,
    better: 0,
    worse: 0,
    cpql_missed: 0,
    cpql: null,
    ...figures,
  }) as AccountRow
const names = (rows: readonly AccountRow[]) => rows.map(({ name }) => name).join(' ')

it('an unknown figure is last, however it is sorted', () => {
  const rows = [row('а'), row('б', { cpql: 5 }), row('в', { cpql: 9 })]
  expect(names(arrange(rows, { sort: 'cpql', order: 'asc' }))).toBe('б в а')
  expect(names(arrange(rows, { sort: 'cpql', order: 'desc' }))).toBe('в б а')
})

it('amounts of several currencies are not compared', () => {
  const rows = [row('р', { cpql: 90 }), row('е', { cpql: 100, currency: 'EUR' }), row('у', { cpql: 900 })]
  expect(names(arrange(rows, { sort: 'cpql', order: 'desc' }))).toBe('е у р')
})

it('accounts are found by words of their names, and those that want attention', () => {
  const rows = [row('Кухни Север', { alerts: 2 }), row('Кухни Юг'), row('Шкафы', { worse: 1 })]
  expect(names(arrange(rows, { search: 'север кух' }))).toBe('Кухни Север')
  expect(names(arrange(rows, { attention: true }))).toBe('Кухни Север Шкафы')
})

it('a sparkline rises with its values', () => {
  expect(sparkline([0, 2, 1], 10, 4)).toBe('M0.0 4.0 L5.0 0.0 L10.0 2.0')
  expect(sparkline([], 10, 4)).toBe('')
})
