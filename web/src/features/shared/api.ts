import { queryOptions } from '@tanstack/react-query'
import createClient from 'openapi-fetch'
import { read } from '@/lib/api-client'
import type { components, paths } from '@/lib/api-types'
import { ApiError } from '@/lib/problem'

type Schemas = components['schemas']
export type SharedHead = Schemas['SharedPage']
export type SharedSummary = Schemas['Summary']
export type SharedCreative = Schemas['CreativeRow']

/** A client with the key of a share link: the cookie of a signed-in reader gives it no more. */
const client = (key: string) =>
  createClient<paths>({
    baseUrl: location.origin,
    headers: { Authorization: `Bearer ${key}` },
    credentials: 'omit',
  })

const mayRecover = (times: number, error: unknown) =>
  times < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500)

export const headQuery = (key: string) =>
  queryOptions({
    queryKey: ['shared', key, 'head'],
    queryFn: ({ signal }) => read(client(key).GET('/api/share-links/current', { signal })),
    retry: mayRecover,
  })

const query = ({ account, filter }: SharedHead) => ({
  userAccountId: account.id,
  ...(filter.from ? { from: filter.from } : {}),
  ...(filter.to ? { to: filter.to } : {}),
})

export const summaryQuery = (key: string, head: SharedHead) =>
  queryOptions({
    queryKey: ['shared', key, 'summary'],
    queryFn: ({ signal }) =>
      read(client(key).GET('/api/analytics/summary', { params: { query: query(head) }, signal })),
  })

export const trendsQuery = (key: string, head: SharedHead) =>
  queryOptions({
    queryKey: ['shared', key, 'trends'],
    queryFn: ({ signal }) =>
      read(
        client(key).GET('/api/analytics/trends', {
          params: { query: { ...query(head), interval: 'week' } },
          signal,
        }),
      ),
  })

export const creativesQuery = (key: string, head: SharedHead) =>
  queryOptions({
    queryKey: ['shared', key, 'creatives'],
    queryFn: ({ signal }) =>
      read(client(key).GET('/api/analytics/creatives', { params: { query: query(head) }, signal })),
  })

export const funnelQuery = (key: string, head: SharedHead) =>
  queryOptions({
    queryKey: ['shared', key, 'funnel'],
    queryFn: ({ signal }) =>
      read(client(key).GET('/api/analytics/funnel', { params: { query: query(head) }, signal })),
  })

/** Asks for a key by the password of a link. */
export const openLink = (token: string, password: string) =>
  read(client('').POST('/api/share-links/session', { body: { token, password } }))
