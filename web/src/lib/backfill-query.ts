import { queryOptions } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'

/** The latest reading of all deals; null before the first, or when it is long ago. Polled while it goes on. */
export const backfillQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'sync-runs', 'backfill'],
    queryFn: async ({ signal }) => {
      const query = { userAccountId: accountId, limit: 50 }
      const { items } = await read(api.GET('/api/sync-runs', { params: { query }, signal }))
      return { run: items.find((run) => run.kind === 'backfill') ?? null, hasRuns: items.length > 0 }
    },
    refetchInterval: ({ state: { data } }) =>
      data?.run?.state === 'running' || !data?.hasRuns ? 2_000 : 30_000,
  })
