import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Progress, stepsDone } from '@/features/overview/metrics'
import { useAccount } from '@/lib/account'
import { api, read } from '@/lib/api-client'
import { backfillQuery } from '@/lib/backfill-query'
import { creativesQuery } from '@/lib/creatives'
import { pipelinesQuery } from '@/lib/pipelines'

/** The completeness of the last 30 days. */
export const completenessQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'completeness'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/amocrm/completeness', { params: { query: { userAccountId: accountId } }, signal })),
    select: (answer) => answer.days,
  })

const anySpendQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'ad-spend', 'any'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/ad-spend', { params: { query: { userAccountId: accountId, limit: 1 } }, signal })),
    select: (page) => page.items.length > 0,
  })

// The steps may be done in another tab, or by a webhook.
const whileSettingUp = { refetchInterval: 10_000 }

/** Progress of the first steps; undefined while loading. */
export function useProgress(isWanted: boolean) {
  const { id, connection } = useAccount()
  const way = { enabled: isWanted, ...whileSettingUp }
  const backfill = useQuery({ ...backfillQuery(id), enabled: isWanted })
  const pipelines = useQuery({ ...pipelinesQuery(id), ...way })
  const creatives = useQuery({ ...creativesQuery(id), ...way })
  const spend = useQuery({ ...anySpendQuery(id), ...way })
  const failed = [backfill, pipelines, creatives, spend].find(
    (query) => query.isError && query.data === undefined,
  )
  if (!backfill.data || !pipelines.data || !creatives.data || spend.data === undefined) return { failed }
  const progress: Progress = {
    isConnected: connection === 'connected',
    backfill: backfill.data,
    pipelines: pipelines.data,
    creatives: creatives.data,
    hasSpend: spend.data,
  }
  return { done: stepsDone(progress), backfill: backfill.data.run, failed }
}
