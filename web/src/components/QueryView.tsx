import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure, Loading } from '@/components/States'

/** Renders a query's data, its loading state, or its failure with a retry. */
export function QueryView<T>({
  query,
  lines,
  children,
}: {
  query: UseQueryResult<T>
  lines?: number
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />
  return <Loading lines={lines} />
}
