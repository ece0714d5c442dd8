import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { randomKey } from '@/features/leads/draft'
import type { LeadDraft } from '@/features/leads/types'
import type { LeadRequest } from '@/features/leads/use-lead-list'
import { api, read } from '@/lib/api-client'

/** The refetch interval of an open card, which follows the deal in amoCRM. */
const liveMs = 4_000

const leadsKey = (accountId: string) => ['account', accountId, 'leads'] as const
const leadKey = (accountId: string, leadId: string) => ['account', accountId, 'lead', leadId] as const

export const leadsQuery = (request: LeadRequest) =>
  infiniteQueryOptions({
    queryKey: [...leadsKey(request.userAccountId), request],
    queryFn: ({ signal, pageParam }) => {
      const query = { ...request, limit: 50, cursor: pageParam }
      return read(api.GET('/api/leads', { params: { query }, signal }))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: (before) => before,
  })

export const leadQuery = (accountId: string, id: string) =>
  queryOptions({
    queryKey: leadKey(accountId, id),
    queryFn: ({ signal }) => read(api.GET('/api/leads/{id}', { params: { path: { id } }, signal })),
    refetchInterval: liveMs,
  })

export const historyQuery = (accountId: string, id: string) =>
  queryOptions({
    queryKey: [...leadKey(accountId, id), 'history'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/leads/{id}/status-history', { params: { path: { id } }, signal })),
    select: ({ history }) => history,
    refetchInterval: liveMs,
  })

/** The sale of a lead's deal, or null. */
export const saleQuery = (accountId: string, leadId: string) =>
  queryOptions({
    queryKey: [...leadKey(accountId, leadId), 'sale'],
    queryFn: async ({ signal }) => {
      const query = { userAccountId: accountId, leadId, limit: 1 }
      const page = await read(api.GET('/api/sales', { params: { query }, signal }))
      return page.items[0] ?? null
    },
    refetchInterval: liveMs,
  })

export function useAddLead(accountId: string) {
  const queryClient = useQueryClient()
  // One key per draft: a repeated request makes one lead.
  const sent = useRef({ draft: '', key: '' })
  return useMutation({
    mutationFn: (draft: LeadDraft) => {
      const text = JSON.stringify(draft)
      if (sent.current.draft !== text) sent.current = { draft: text, key: randomKey() }
      return read(
        api.POST('/api/leads', {
          params: { query: { userAccountId: accountId }, header: { 'Idempotency-Key': sent.current.key } },
          body: draft,
        }),
      )
    },
    meta: { saysItsErrors: true },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: leadsKey(accountId) }),
  })
}

export function usePushLead(accountId: string, id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => read(api.POST('/api/leads/{id}/push', { params: { path: { id } } })),
    onSuccess: (lead) => {
      queryClient.setQueryData(leadKey(accountId, id), lead)
      return queryClient.invalidateQueries({ queryKey: leadsKey(accountId) })
    },
  })
}

/** Corrects whose a lead is; every figure of the account may change. */
export function useCorrectLead(accountId: string, id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { creative_id: string | null } | { reset_attribution: true }) =>
      read(api.PATCH('/api/leads/{id}', { params: { path: { id } }, body })),
    meta: { saysItsErrors: true },
    onSuccess: (lead) => {
      queryClient.setQueryData(leadKey(accountId, id), lead)
      return queryClient.invalidateQueries({ queryKey: ['account', accountId] })
    },
  })
}

export function useEraseLead(accountId: string, id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => read(api.DELETE('/api/leads/{id}', { params: { path: { id } } })),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: leadKey(accountId, id) }),
        queryClient.invalidateQueries({ queryKey: leadsKey(accountId) }),
      ]),
  })
}
