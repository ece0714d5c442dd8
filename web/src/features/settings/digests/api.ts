import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'

type Schemas = components['schemas']
export type Digest = Schemas['DigestView']
export type NewDigest = Schemas['NewDigest']
export type DigestChange = Schemas['DigestChange']
export const channels = ['telegram', 'email'] as const
export const frequencies = ['daily', 'weekly'] as const
export const languages = ['ru', 'en'] as const

const keyOf = (accountId: string) => ['account', accountId, 'digests'] as const

/** A message that waits, or a chat that is not linked yet. */
const changesByItself = (digest: Digest) => !!digest.code || digest.last_message?.state === 'pending'

export const digestsQuery = (accountId: string) =>
  queryOptions({
    queryKey: keyOf(accountId),
    queryFn: ({ signal }) =>
      read(api.GET('/api/digests', { params: { query: { userAccountId: accountId, limit: 500 } }, signal })),
    select: (page) => page.items,
    refetchInterval: ({ state }) => (state.data?.items.some(changesByItself) ? 3000 : false),
  })

function useChange<V, T>(accountId: string, mutationFn: (variables: V) => Promise<T>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(accountId) }),
    meta: { saysItsErrors: true },
  })
}

export const useCreateDigest = (accountId: string) =>
  useChange(accountId, (body: NewDigest) =>
    read(api.POST('/api/digests', { params: { query: { userAccountId: accountId } }, body })),
  )

export const useChangeDigest = (accountId: string, id: string) =>
  useChange(accountId, (body: DigestChange) =>
    read(api.PATCH('/api/digests/{id}', { params: { path: { id } }, body })),
  )

export const useSendDigest = (accountId: string, id: string) =>
  useChange(accountId, () => read(api.POST('/api/digests/{id}/send', { params: { path: { id } } })))

export const useDeleteDigest = (accountId: string, id: string) =>
  useChange(accountId, () => read(api.DELETE('/api/digests/{id}', { params: { path: { id } } })))
