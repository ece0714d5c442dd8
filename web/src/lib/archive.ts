import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import { sessionQuery } from '@/lib/session'

/** Archived accounts. */
export const archivedAccountsQuery = queryOptions({
  queryKey: ['archived-accounts'],
  queryFn: ({ signal }) =>
    read(api.GET('/api/user-accounts', { params: { query: { isArchived: true, limit: 500 } }, signal })),
  select: (page) => page.items,
})

const asItIs = { name: null, currency: null, time_zone: null, default_country: null, push_leads: null }

/** Archives or restores an account. */
export function useArchive() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, isArchived }: { id: string; isArchived: boolean }) =>
      read(
        api.PATCH('/api/user-accounts/{id}', {
          params: { path: { id } },
          body: { ...asItIs, is_archived: isArchived },
        }),
      ),
    onSuccess: (_account, { id }) =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: archivedAccountsQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: ['account', id] }),
      ]),
  })
}
