import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { asLeadRequest } from '@/features/leads/metrics'
import { type LeadList, readLeadList } from '@/features/leads/search'
import type { Filter } from '@/lib/filter'
import { useFilter } from '@/lib/use-filter'

/** The list's filter from the address, as request parameters, with a setter. */
export function useLeadList() {
  const { filter, request: figures } = useFilter()
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const list = useMemo(() => readLeadList(search), [search])
  const request = useMemo(() => asLeadRequest(figures, list), [figures, list])
  const change = useCallback(
    (part: Partial<LeadList & Filter>) =>
      void navigate({ to: '.', replace: true, search: (before) => ({ ...before, ...part }) }),
    [navigate],
  )
  return { filter, list, request, change }
}

export type LeadRequest = ReturnType<typeof useLeadList>['request']
