import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'

type Schemas = components['schemas']
export type ShareLink = Schemas['ShareLinkView']
export type NewShareLink = Schemas['NewShareLink']
export const sharePages = ['overview', 'creatives', 'funnel'] as const

export const shareLinksQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'share-links'],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/share-links', {
          params: { query: { userAccountId: accountId, limit: 500 } },
          signal,
        }),
      ),
    select: (page) => page.items,
  })

function useChange<V, T>(queryKey: readonly string[], mutationFn: (variables: V) => Promise<T>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
    meta: { saysItsErrors: true },
  })
}

export const useShare = (accountId: string) =>
  useChange(['account', accountId, 'share-links'], (body: NewShareLink) =>
    read(api.POST('/api/share-links', { params: { query: { userAccountId: accountId } }, body })),
  )

export const useRevokeLink = (accountId: string) =>
  useChange(['account', accountId, 'share-links'], (id: string) =>
    read(api.DELETE('/api/share-links/{id}', { params: { path: { id } } })),
  )

export const useBrand = () =>
  useChange(['branding'], (body: { name: string; color: string }) => read(api.PUT('/api/branding', { body })))

/** Sends the logo as it is: the API knows what it is by its bytes. */
export const useLogo = () =>
  useChange(['branding'], (file: File | null) =>
    file
      ? read(
          api.PUT('/api/branding/logo', {
            body: file as never,
            bodySerializer: (body: unknown) => body as File,
            headers: { 'Content-Type': file.type || 'application/octet-stream' },
          }),
        )
      : read(api.DELETE('/api/branding/logo')),
  )
