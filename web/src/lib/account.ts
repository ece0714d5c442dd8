import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
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

/** The name and time zone of the page's account; outside an account, the time zone of the reader. */
export function usePlace() {
  const { accountId } = useParams({ strict: false })
  const { data } = useQuery({ ...accountQuery(accountId ?? ''), enabled: !!accountId })
  return { name: data?.name, timeZone: data?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone }
}

/** The formatter for the reader's language and the account's time zone. */
export function useFormat() {
  return formatter(useLanguage(), useAccount().time_zone)
}
