import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { notifyMarked } from '@/features/pipelines/mark-notification'
import type { Mark } from '@/features/pipelines/types'
import { api, read } from '@/lib/api-client'

export const stagesQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'pipelines', 'counted'],
    queryFn: ({ signal }) => {
      const query = { userAccountId: accountId, withCounts: true }
      return read(api.GET('/api/amocrm/pipelines', { params: { query }, signal }))
    },
    select: (list) => list.pipelines,
  })

/** The latest sync of stages, polled while one is running. */
export const lastSyncQuery = (accountId: string, isExpected: boolean) =>
  queryOptions({
    queryKey: ['account', accountId, 'sync-runs', 'pipelines'],
    queryFn: async ({ signal }) => {
      const query = { userAccountId: accountId, limit: 50 }
      const runs = await read(api.GET('/api/sync-runs', { params: { query }, signal }))
      return runs.items.find((run) => run.kind === 'pipelines') ?? null
    },
    refetchInterval: (query) => (isExpected || query.state.data?.state === 'running' ? 700 : 30_000),
  })

export const impactQuery = (accountId: string, { stage, isQualified }: Mark) =>
  queryOptions({
    queryKey: ['account', accountId, 'impact', stage.id, isQualified],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/amocrm/pipeline-stages/{stageId}/impact', {
          params: { path: { stageId: stage.id }, query: { is_qualified_stage: isQualified } },
          signal,
        }),
      ),
    staleTime: 0,
    gcTime: 0,
  })

/** Flags a stage, with an undo. Every figure depends on it, so all queries of the account are invalidated. */
export function useMarkStage(accountId: string) {
  const queryClient = useQueryClient()
  const mark = useMutation({
    mutationFn: ({ stage, isQualified }: Mark & { isUndo?: boolean }) =>
      read(
        api.PATCH('/api/amocrm/pipeline-stages/{stageId}', {
          params: { path: { stageId: stage.id } },
          body: { is_qualified_stage: isQualified },
        }),
      ),
    onSuccess: (result, { stage, isQualified, isUndo }) => {
      notifyMarked({
        stage,
        isQualified,
        recalculated: result.recalculated_leads,
        undo:
          isUndo || stage.is_qualified_stage === isQualified
            ? undefined
            : () => mark.mutate({ stage, isQualified: stage.is_qualified_stage, isUndo: true }),
      })
      return queryClient.invalidateQueries({ queryKey: ['account', accountId] })
    },
  })
  return mark
}
