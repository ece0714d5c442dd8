import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'
import { sessionQuery } from '@/lib/session'

type Schemas = components['schemas']
export type Account = Schemas['AccountView']
export type Creative = Schemas['CreativeView']
export type Direction = Schemas['DirectionView']
export type HorizonImpact = Schemas['HorizonImpact']
export type ApiKey = Schemas['ApiKeyView']
export type IssuedKey = Schemas['IssuedApiKey']

/** Settings may change every figure of the account. */
function useChange<V, T>(accountId: string, mutationFn: (variables: V) => Promise<T>, saysItsErrors = false) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['account', accountId] }),
    meta: { saysItsErrors },
  })
}

const path = (id: string) => ({ path: { id } })
const ofAccount = (userAccountId: string) => ({ query: { userAccountId } })

export function useCreateAccount() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['CreateAccountCommand']) => read(api.POST('/api/user-accounts', { body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    meta: { saysItsErrors: true },
  })
}

export const useChangeAccount = (id: string) =>
  useChange(
    id,
    (body: Schemas['AccountChange']) =>
      read(api.PATCH('/api/user-accounts/{id}', { params: path(id), body })),
    true,
  )

export const horizonImpactQuery = (id: string, horizon_days: number) =>
  queryOptions({
    queryKey: ['account', id, 'horizon-impact', horizon_days],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/user-accounts/{id}/horizon-impact', {
          params: { ...path(id), query: { horizon_days } },
          signal,
        }),
      ),
  })

export const useConnect = (id: string) =>
  useChange(
    id,
    (body: { amocrm_domain: string; long_lived_token: string }) =>
      read(api.PUT('/api/user-accounts/{id}/amocrm-connection', { params: path(id), body })),
    true,
  )

export const useDisconnect = (id: string) =>
  useChange(id, () => read(api.DELETE('/api/user-accounts/{id}/amocrm-connection', { params: path(id) })))

/** Redirects to amoCRM's consent page. */
export const useAuthorize = (id: string) =>
  useMutation({
    mutationFn: (platform: Schemas['AmoPlatform']) =>
      read(
        api.POST('/api/user-accounts/{id}/amocrm-connection/authorization', {
          params: path(id),
          body: { platform },
        }),
      ),
    onSuccess: ({ authorize_url }) => location.assign(authorize_url),
    meta: { saysItsErrors: true },
  })

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['account', id, 'webhook'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/user-accounts/{id}/amocrm-webhook', { params: path(id), signal })),
  })

export const useSubscribe = (id: string) =>
  useChange(id, () => read(api.PUT('/api/user-accounts/{id}/amocrm-webhook', { params: path(id) })))

export const useUnsubscribe = (id: string) =>
  useChange(id, () => read(api.DELETE('/api/user-accounts/{id}/amocrm-webhook', { params: path(id) })))

export const useRotateSecret = (id: string) =>
  useChange(id, (revoke_former: boolean) =>
    read(api.POST('/api/user-accounts/{id}/webhook-secret', { params: path(id), body: { revoke_former } })),
  )

export const useSaveDirection = (accountId: string, id?: string) =>
  useChange(
    accountId,
    (body: Schemas['DirectionBody']) =>
      id
        ? read(api.PATCH('/api/directions/{id}', { params: path(id), body }))
        : read(api.POST('/api/directions', { params: ofAccount(accountId), body })),
    true,
  )

export const useSaveCreative = (accountId: string, id?: string) =>
  useChange(
    accountId,
    (body: Schemas['CreativeBody']) =>
      id
        ? read(api.PATCH('/api/creatives/{id}', { params: path(id), body }))
        : read(api.POST('/api/creatives', { params: ofAccount(accountId), body })),
    true,
  )

export const keysQuery = (id: string) =>
  queryOptions({
    queryKey: ['account', id, 'api-keys'],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/user-accounts/{id}/api-keys', {
          params: { ...path(id), query: { limit: 500 } },
          signal,
        }),
      ),
    select: (page) => page.items,
  })

export const useCreateKey = (id: string) =>
  useChange(id, (name: string) =>
    read(api.POST('/api/user-accounts/{id}/api-keys', { params: path(id), body: { name } })),
  )

export const useRevokeKey = (id: string) =>
  useChange(id, (keyId: string) =>
    read(api.DELETE('/api/user-accounts/{id}/api-keys/{keyId}', { params: { path: { id, keyId } } })),
  )
