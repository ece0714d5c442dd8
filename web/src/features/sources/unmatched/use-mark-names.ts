import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { marksQuery } from '@/features/sources/api'
import { useSources } from '@/features/sources/use-sources'

/** What the account calls its fields, by code. */
export function useMarkNames(): ReadonlyMap<string, string | null> {
  const { data } = useQuery(marksQuery(useSources()))
  return useMemo(() => new Map(data?.items.map(({ code, name }) => [code, name])), [data])
}
