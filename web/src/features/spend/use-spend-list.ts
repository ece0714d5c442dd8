import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { SpendRequest } from '@/features/spend/api'
import { readSpendList, type SpendSearch } from '@/features/spend/search'
import { useFilter } from '@/lib/use-filter'

/** The list's filter from the address, as request parameters, with a setter. */
export function useSpendList() {
  const {
    request: { userAccountId, from, to },
  } = useFilter()
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const list = useMemo(() => readSpendList(search), [search])
  const request: SpendRequest = useMemo(
    () => ({ userAccountId, from, to, ...list }),
    [userAccountId, from, to, list],
  )
  const change = useCallback(
    (part: Partial<SpendSearch>) =>
      void navigate({ to: '.', replace: true, search: (before) => ({ ...before, ...part }) }),
    [navigate],
  )
  return { list, request, change }
}
