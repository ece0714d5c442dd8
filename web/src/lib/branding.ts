import { queryOptions } from '@tanstack/react-query'
import { api, read } from '@/lib/api-client'

/** The name, colour and logo of the agency. */
export const brandingQuery = queryOptions({
  queryKey: ['branding'],
  queryFn: ({ signal }) => read(api.GET('/api/branding', { signal })),
  staleTime: Infinity,
  refetchInterval: false,
})
