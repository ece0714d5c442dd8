import { useMemo } from 'react'
import { useFilter } from '@/lib/use-filter'

/** The request of this page: the account's leads of the period. */
export function useSources() {
  const {
    request: { userAccountId, from, to },
  } = useFilter()
  return useMemo(() => ({ userAccountId, from, to }), [userAccountId, from, to])
}
