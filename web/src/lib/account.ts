import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { api, read } from '@/lib/api-client'
import { formatter } from '@/lib/format'
import { useLanguage } from '@/lib/language'

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['account', id],
    queryFn: ({ signal }) => read(api.GET('/api/user-accounts/{id}', { params: { path: { id } }, signal })),
  })

/** The account of the page. Its queries have keys that begin with ['account', id]. */
export function useAccount() {
  const { accountId } = useParams({ strict: false })
  return useSuspenseQuery(accountQuery(accountId ?? '')).data
}

/** The name of the page's account; undefined outside an account. */
export function useAccountName() {
  const { accountId } = useParams({ strict: false })
  return useQuery({ ...accountQuery(accountId ?? ''), enabled: !!accountId }).data?.name
}

/** The formatter for the reader's language and the account's time zone. */
export function useFormat() {
  const language = useLanguage()
  const { time_zone } = useAccount()
  return useMemo(() => formatter(language, time_zone), [language, time_zone])
}
