import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api, read } from '@/lib/api-client'

export const pipelinesQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'pipelines'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/amocrm/pipelines', { params: { query: { userAccountId: accountId } }, signal })),
    select: (list) => list.pipelines,
    staleTime: 60_000,
  })

type Pipelines = NonNullable<ReturnType<ReturnType<typeof pipelinesQuery>['select'] & {}>>
export type Pipeline = Pipelines[number]
export type Stage = Pipeline['stages'][number]
export interface KnownStage extends Stage {
  pipeline_id: number
  pipeline_name: string
}

type MaybeId = number | null | undefined

/** Keyed by the pair: won and lost have the same id in every pipeline. */
const keyOf = (pipelineId: MaybeId, statusId: MaybeId) => `${pipelineId}:${statusId}`

/** Finds a stage by its pair; undefined before a sync has seen it. */
export function useStages(accountId: string) {
  const { data: pipelines } = useQuery(pipelinesQuery(accountId))
  const stages = useMemo(
    () =>
      new Map<string, KnownStage>(
        (pipelines ?? []).flatMap(({ pipeline_id, pipeline_name, stages }) =>
          stages.map((stage) => [
            keyOf(pipeline_id, stage.status_id),
            { ...stage, pipeline_id, pipeline_name },
          ]),
        ),
      ),
    [pipelines],
  )
  return useCallback(
    (pipelineId: MaybeId, statusId: MaybeId) => stages.get(keyOf(pipelineId, statusId)),
    [stages],
  )
}

/** Syncs the stages; resolves when they are stored. */
export function useSyncStages(accountId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      read(api.POST('/api/amocrm/sync-pipelines', { params: { query: { userAccountId: accountId } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['account', accountId] }),
  })
}
