import { useNavigate, useSearch } from '@tanstack/react-router'
import { firstOrder } from '@/features/accounts/metrics'
import { type AccountList, type Column, readAccountList } from '@/features/accounts/search'
import { presetPeriod, today } from '@/lib/period'

/** The state of the page from the address, with setters; its days are those of the reader. */
export function useAccountList() {
  const list = readAccountList(useSearch({ strict: false }))
  const navigate = useNavigate()
  const preset = list.preset ?? '30d'
  const period = presetPeriod(preset, today(Intl.DateTimeFormat().resolvedOptions().timeZone))
  const change = (part: AccountList) =>
    void navigate({ to: '/accounts', replace: true, search: { ...list, ...part } })
  const sort = list.sort ?? 'name'
  const order = list.order ?? firstOrder(sort)
  const sortBy = (column: Column) =>
    change({
      sort: column,
      order: column !== sort ? firstOrder(column) : order === 'asc' ? 'desc' : 'asc',
    })
  return { list, preset, period, sort, order, change, sortBy }
}
