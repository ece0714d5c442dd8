import createClient, { type FetchResponse } from 'openapi-fetch'
import type { MediaType } from 'openapi-typescript-helpers'
import type { paths } from '@/lib/api-types'
import { ApiError, isProblem } from '@/lib/problem'

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
let csrfToken = ''
let onSignedOut = () => {}

/** Adds the CSRF token to requests that change data. */
export function keepCsrfToken(token: string) {
  csrfToken = token
}

/** Called when the session has expired. */
export function whenSignedOut(then: () => void) {
  onSignedOut = then
}

export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => globalThis.fetch(request),
})

api.use({
  onRequest({ request }) {
    if (csrfToken && changing.has(request.method)) request.headers.set('X-CSRF-Token', csrfToken)
    return request
  },
})

/** Returns the body, or throws an ApiError: `await read(api.GET('/api/…', …))`. */
export async function read<T extends Record<string | number, unknown>, O, M extends MediaType>(
  answer: Promise<FetchResponse<T, O, M>>,
) {
  let result: FetchResponse<T, O, M>
  try {
    result = await answer
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(0, { code: 'network' })
  }
  if (result.response.ok) return result.data as NonNullable<typeof result.data>
  throw refusal(result.response, result.error)
}

function refusal({ status, headers }: Response, body: unknown) {
  const error = new ApiError(
    status,
    isProblem(body) ? body : { code: status === 429 ? 'rate_limited' : 'failed' },
    Number(headers.get('Retry-After')) || undefined,
  )
  if (status === 401) onSignedOut()
  return error
}
