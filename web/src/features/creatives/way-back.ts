import { useLocation, useSearch } from '@tanstack/react-router'
import { type CreativeTable, readCreativeTable } from '@/features/creatives/search'
import { type Filter, readFilter } from '@/lib/filter'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The view of the table that the page of a creative was opened from. */
    creativeTable?: CreativeTable & Filter
  }
}

/** The state of a link to a creative: the table to return to. */
export function useTableAsState() {
  const search = useSearch({ strict: false })
  return { creativeTable: { ...readFilter(search), ...readCreativeTable(search) } }
}

/** The view of the table that this page was opened from. */
export const useWayBack = () => useLocation({ select: ({ state }) => state.creativeTable ?? {} })
