import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'

export type Match = components['schemas']['LeadMatchView']
export type Candidate = components['schemas']['LeadMatchCandidate']

export const matchesQuery = (accountId: string) =>
  infiniteQueryOptions({
    queryKey: ['account', accountId, 'matches'],
    queryFn: ({ signal, pageParam }) => {
      const query = { userAccountId: accountId, limit: 20, cursor: pageParam }
      return read(api.GET('/api/lead-matches', { params: { query }, signal }))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

/** Links a deal to a candidate, or to none (null). Neither can be undone. */
export function useDecide(accountId: string, match: Match, whenDone: (leadId: string | null) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (leadId: string | null) =>
      read(
        api.POST('/api/lead-matches/{id}', {
          params: { path: { id: match.id } },
          body: leadId === null ? { ignore: true } : { lead_id: leadId },
        }),
      ),
    // Here, not at the call: the card is unmounted by then.
    onSuccess: (_, leadId) => whenDone(leadId),
    // After a refusal too: another user may have decided meanwhile.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['account', accountId] }),
  })
}
