import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { isKnown } from '@/features/creatives/metrics'
import { creativesTexts } from '@/features/creatives/texts'
import { useAccount } from '@/lib/account'
import { directionsQuery } from '@/lib/directions'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** Titles of creatives and directions. */
export function useNames() {
  const t = useTexts(creativesTexts)
  const { id } = useAccount()
  const { data: directions } = useQuery(directionsQuery(id))
  const names = useMemo(() => new Map(directions?.map((d) => [d.id, d.name])), [directions])
  const titleOf = useCallback(
    (row: CreativeRow) => (isKnown(row) ? (row.title ?? t('untitled')) : t('unknown')),
    [t],
  )
  const directionOf = useCallback((id: string | null) => (id && names.get(id)) ?? null, [names])
  return { titleOf, directionOf, hasDirections: names.size > 0 }
}
