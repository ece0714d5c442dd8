import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'

type Schemas = components['schemas']
export type Settings = Schemas['AttributionSettingsView']
export type Adoption = Pick<Settings, 'adopt_deals' | 'adopt_from' | 'adopt_pipelines'>
export type DealField = Schemas['DealFieldView']
export type Preview = Schemas['AttributionPreview']

/** A deal's field by the code of its marks. */
export interface Mapping {
  code: string
  meaning: string
}

const path = (id: string) => ({ path: { id } })

/** amoCRM's fields of deals, read from there at the call. */
export const dealFieldsQuery = (id: string) =>
  queryOptions({
    queryKey: ['account', id, 'deal-fields'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/user-accounts/{id}/deal-fields', { params: path(id), signal })),
    select: ({ fields }) => fields,
    staleTime: 5 * 60_000,
    refetchInterval: false,
  })

function useChange<V, T>(id: string, mutationFn: (variables: V) => Promise<T>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['account', id] }),
    meta: { saysItsErrors: true },
  })
}

/** Rules the leads that come from now on; what is left out stays. */
export const useSaveAttribution = (id: string) =>
  useChange(id, (body: Schemas['AttributionChange']) =>
    read(api.PUT('/api/user-accounts/{id}/attribution', { params: path(id), body })),
  )

export const useApply = (id: string) =>
  useChange(id, (fields: Mapping[]) =>
    read(api.POST('/api/user-accounts/{id}/attribution/apply', { params: path(id), body: { fields } })),
  )

export const usePreview = (id: string) =>
  useMutation({
    mutationFn: (fields: Mapping[]) =>
      read(api.POST('/api/user-accounts/{id}/attribution/preview', { params: path(id), body: { fields } })),
    meta: { saysItsErrors: true },
  })

/** A run by its id, polled until it ends. */
export const runQuery = (accountId: string, runId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'sync-runs', runId],
    queryFn: async ({ signal }) => {
      const query = { userAccountId: accountId, limit: 50 }
      const { items } = await read(api.GET('/api/sync-runs', { params: { query }, signal }))
      return items.find((run) => run.id === runId) ?? null
    },
    refetchInterval: ({ state: { data } }) => (data && data.state !== 'running' ? false : 1_000),
  })
