import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { DeliveryState } from '@/features/webhooks/search'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'

export type Delivery = components['schemas']['DeliveryView']
export type DeliveryEvent = components['schemas']['DeliveryEvent']
export type DeliveryReplay = components['schemas']['DeliveryReplay']

const freshEvery = 10_000

export const deliveriesQuery = (accountId: string, state?: DeliveryState) =>
  infiniteQueryOptions({
    queryKey: ['account', accountId, 'deliveries', state ?? 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      read(
        api.GET('/api/webhook-deliveries', {
          params: { query: { userAccountId: accountId, state, limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: freshEvery,
  })

export const deliveryQuery = (accountId: string, id: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'delivery', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/webhook-deliveries/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'pending' ? 2_000 : false),
  })

function useDeliveryMutation<V, T>(accountId: string, mutationFn: (variables: V) => Promise<T>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        ['deliveries', 'delivery'].map((part) =>
          queryClient.invalidateQueries({ queryKey: ['account', accountId, part] }),
        ),
      ),
  })
}

export const useReplay = (accountId: string) =>
  useDeliveryMutation(accountId, (id: string) =>
    read(api.POST('/api/webhook-deliveries/{id}/replay', { params: { path: { id } } })),
  )

export const useRecover = (accountId: string) =>
  useDeliveryMutation(accountId, (body: { since: string; until: string | null; states: DeliveryState[] }) =>
    read(
      api.POST('/api/webhook-deliveries/recover', { params: { query: { userAccountId: accountId } }, body }),
    ),
  )
