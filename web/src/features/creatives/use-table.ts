import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import {
  type CreativeTable,
  mostCompared,
  readCreativeTable,
  type SortKey,
} from '@/features/creatives/search'

const isText = (key: SortKey) => key === 'title' || key === 'direction'

/** The view of the table, kept in the address. */
export function useTable() {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const view = useMemo(() => readCreativeTable(search), [search])
  const sort = view.sort ?? 'verdict'
  const order = view.order ?? (isText(sort) ? 'asc' : 'desc')
  const ids = useMemo(() => view.ids ?? [], [view.ids])

  const change = useCallback(
    (part: Partial<CreativeTable>) =>
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (before) => ({ ...before, ...part }),
      }),
    [navigate],
  )
  const sortBy = (key: SortKey) =>
    change({ sort: key, order: key === sort ? (order === 'asc' ? 'desc' : 'asc') : undefined })
  const toggle = (id: string) => {
    const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
    change({ ids: next.length > 0 ? next.slice(0, mostCompared) : undefined })
  }
  return { view, sort, order, ids, change, sortBy, toggle }
}

export type Table = ReturnType<typeof useTable>
