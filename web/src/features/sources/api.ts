import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { CreativeParts, planOf } from '@/features/sources/parts'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'

type Schemas = components['schemas']
export type CoveredMark = Schemas['CoveredMark']
export type UnfilledMark = Schemas['UnfilledMark']
export type UnmatchedMark = Schemas['UnmatchedMark']
export type Creative = Schemas['CreativeView']

export interface SourcesRequest {
  userAccountId: string
  from?: string
  to?: string
}

export const marksQuery = (request: SourcesRequest) =>
  queryOptions({
    queryKey: ['account', request.userAccountId, 'analytics', 'marks', request],
    queryFn: ({ signal }) => read(api.GET('/api/attribution/marks', { params: { query: request }, signal })),
    placeholderData: keepPreviousData,
  })

export const unmatchedQuery = (request: SourcesRequest) =>
  queryOptions({
    queryKey: ['account', request.userAccountId, 'analytics', 'unmatched', request],
    queryFn: ({ signal }) =>
      read(api.GET('/api/attribution/unmatched', { params: { query: request }, signal })),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  })

/** Leads move between creatives, and with them every figure of the account. */
function useChange<V, T>(accountId: string, mutationFn: (variables: V) => Promise<T>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    // Not awaited: what was chosen is forgotten before the values go.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['account', accountId] }),
    meta: { saysItsErrors: true },
  })
}

type Plan = ReturnType<typeof planOf<Creative>>

const addTo = (creative: Creative, { marks, ads }: CreativeParts) =>
  read(
    api.PATCH('/api/creatives/{id}', {
      params: { path: { id: creative.id } },
      body: { marks: [...creative.marks, ...marks], ad_ids: [...creative.ad_ids, ...ads] },
    }),
  )

/** Makes creatives of values, named after them. */
export const useMakeCreatives = (userAccountId: string) =>
  useChange(
    userAccountId,
    async ({ plan: { fresh, known }, directionId }: { plan: Plan; directionId: string | null }) => {
      const params = { query: { userAccountId } }
      const direction_id = directionId
      for (const { creative, parts } of known) await addTo(creative, parts)
      if (fresh.ads.length > 0) {
        const body = { ads: fresh.ads.map((ad) => ({ ad_id: ad, title: ad })), direction_id }
        await read(api.POST('/api/creatives/from-ads', { params, body }))
      }
      const [first] = fresh.marks
      if (first) {
        const body = { code: first.code, values: fresh.marks.map((mark) => mark.value), direction_id }
        await read(api.POST('/api/creatives/from-marks', { params, body }))
      }
    },
  )

/** Gives all values to one creative, an existing or a new one. */
export const useJoinValues = (userAccountId: string) =>
  useChange(
    userAccountId,
    ({ parts: { marks, ads }, ...to }: { parts: CreativeParts } & ({ creative: Creative } | NewCreative)) =>
      'creative' in to
        ? addTo(to.creative, { marks, ads })
        : read(
            api.POST('/api/creatives', {
              params: { query: { userAccountId } },
              body: { title: to.title, direction_id: to.directionId, marks, ad_ids: ads },
            }),
          ),
  )

interface NewCreative {
  title: string
  directionId: string | null
}
