import type { AccountRow } from '@/features/accounts/api'
import type { AccountList, Column } from '@/features/accounts/search'

/** Names rise first; of figures the largest comes first. */
export const firstOrder = (column: Column) => (column === 'name' ? 'asc' : 'desc')

const value = (row: AccountRow, column: Column): number | string | null =>
  column === 'decided' ? row.better + row.worse : row[column]

/** True for accounts that a person should look at. */
export const wantsAttention = ({ alerts, cpql_missed, worse }: AccountRow) =>
  alerts > 0 || cpql_missed > 0 || worse > 0

/**
 * The rows that are asked for, in order; unknown is last either way. Amounts are compared within one currency:
 * rows of another follow.
 */
export function arrange(rows: readonly AccountRow[], list: AccountList): AccountRow[] {
  const column = list.sort ?? 'name'
  const sign = (list.order ?? firstOrder(column)) === 'asc' ? 1 : -1
  const words = (list.search ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return rows
    .filter((row) => words.every((word) => row.name.toLowerCase().includes(word)))
    .filter((row) => !list.attention || wantsAttention(row))
    .toSorted((a, b) => {
      if (column === 'cpql' && a.currency !== b.currency)
        return (a.currency ?? '').localeCompare(b.currency ?? '')
      const [left, right] = [value(a, column), value(b, column)]
      if (left === null || right === null) return Number(left === null) - Number(right === null)
      const order = typeof left === 'string' ? left.localeCompare(String(right)) : left - Number(right)
      return sign * order || a.name.localeCompare(b.name)
    })
}

/** The path of a sparkline in a box of the given size, from the bottom up. */
export function sparkline(values: readonly number[], width: number, height: number) {
  const most = Math.max(1, ...values)
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return values
    .map((count, i) => {
      const y = height - (height * count) / most
      return `${i === 0 ? 'M' : 'L'}${(i * step).toFixed(1)} ${y.toFixed(1)}`
    })
    .join(' ')
}
