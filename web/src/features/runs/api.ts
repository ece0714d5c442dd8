import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'

export type Run = components['schemas']['SyncRunView']
export type Day = components['schemas']['DayCompleteness']

/** Polled while a run is in progress. */
export const runsQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'sync-runs'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/sync-runs', { params: { query: { userAccountId: accountId, limit: 50 } }, signal })),
    select: (page) => page.items,
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.state === 'running') ? 1_500 : 30_000,
  })

export const completenessQuery = (accountId: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'completeness', from, to],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/amocrm/completeness', {
          params: { query: { userAccountId: accountId, from, to } },
          signal,
        }),
      ),
    select: (list) => list.days,
  })

export function useReconcile(accountId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      read(api.POST('/api/amocrm/reconcile', { params: { query: { userAccountId: accountId } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['account', accountId] }),
  })
}
