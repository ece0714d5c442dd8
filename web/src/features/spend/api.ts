import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'

type Schemas = components['schemas']
/** The API tells all of it always; its description leaves that open for inherited properties. */
export type Preview = Required<Schemas['PreviewedAdSpend']>
export type Recorded = Schemas['RecordedAdSpend']
export type UnknownAd = Schemas['UnknownAd']
export type SpendRow = Schemas['AdSpendView']
export type Unit = Schemas['AmountUnit']

/** A file, with what a person said of it. */
export interface Upload {
  file: File
  columns?: Record<string, string>
  unit?: Unit
}

export interface SpendRequest {
  userAccountId: string
  from?: string
  to?: string
  creativeId?: string
  search?: string
}

/** Sends the file unchanged: the API tells tables, workbooks and encodings by their bytes. */
const requestOf = (userAccountId: string, { file, columns, unit }: Upload) => ({
  params: { query: { userAccountId, columns: columns && JSON.stringify(columns), unit } },
  headers: { 'Content-Type': file.name.endsWith('.json') ? 'application/json' : 'text/csv' },
  body: [],
  bodySerializer: () => file,
})

export const usePreview = (accountId: string) =>
  useMutation({
    mutationFn: async (upload: Upload) =>
      (await read(api.POST('/api/ad-spend/preview', requestOf(accountId, upload)))) as Preview,
    meta: { saysItsErrors: true },
  })

/** Spend changes every figure of the account. */
function useChange<V, T>(accountId: string, mutationFn: (variables: V) => Promise<T>, saysItsErrors = false) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['account', accountId] }),
    meta: { saysItsErrors },
  })
}

export const useUpload = (accountId: string) =>
  useChange(
    accountId,
    (upload: Upload) => read(api.POST('/api/ad-spend', requestOf(accountId, upload))),
    true,
  )

export const useDeleteSpend = (accountId: string) =>
  useChange(accountId, (rows: { from?: string; to?: string; adId?: string }) =>
    read(api.DELETE('/api/ad-spend', { params: { query: { userAccountId: accountId, ...rows } } })),
  )

export const useCreativesFromAds = (accountId: string) =>
  useChange(
    accountId,
    (ads: Schemas['TitledAd'][]) =>
      read(
        api.POST('/api/creatives/from-ads', {
          params: { query: { userAccountId: accountId } },
          body: { ads },
        }),
      ),
    true,
  )

export const spendQuery = (request: SpendRequest) =>
  infiniteQueryOptions({
    queryKey: ['account', request.userAccountId, 'ad-spend', request],
    queryFn: ({ pageParam, signal }) =>
      read(
        api.GET('/api/ad-spend', {
          params: { query: { ...request, limit: 100, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const totalsQuery = (request: SpendRequest) =>
  queryOptions({
    queryKey: ['account', request.userAccountId, 'ad-spend', 'totals', request],
    queryFn: ({ signal }) => read(api.GET('/api/ad-spend/totals', { params: { query: request }, signal })),
    select: ({ totals }) => totals,
    placeholderData: keepPreviousData,
  })
