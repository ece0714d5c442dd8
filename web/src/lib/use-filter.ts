import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useAccount } from '@/lib/account'
import { asRequest, type Filter, readFilter } from '@/lib/filter'
import { today } from '@/lib/period'

/** The filter from the address, as request parameters, with a setter. */
export function useFilter() {
  const account = useAccount()
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const filter = useMemo(() => readFilter(search), [search])
  const day = today(account.time_zone)
  const request = useMemo(
    () => ({ userAccountId: account.id, ...asRequest(filter, day) }),
    [account.id, filter, day],
  )
  const change = useCallback(
    (part: Partial<Filter>) =>
      void navigate({ to: '.', replace: true, search: (before) => ({ ...before, ...part }) }),
    [navigate],
  )
  return { filter, request, today: day, change }
}
