import { queryOptions } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'

export type Creative = components['schemas']['CreativeView']

/** All creatives of an account, newest first. */
export const creativesQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId, 'creatives', 'list'],
    queryFn: async ({ signal }) => {
      const all = []
      let cursor: string | undefined
      do {
        const query = { userAccountId: accountId, limit: 500, cursor }
        const page = await read(api.GET('/api/creatives', { params: { query }, signal }))
        all.push(...page.items)
        cursor = page.next_cursor ?? undefined
      } while (cursor)
      return all
    },
    staleTime: 60_000,
  })
