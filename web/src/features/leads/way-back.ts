import { useLocation, useSearch } from '@tanstack/react-router'
import { type LeadList, readLeadList } from '@/features/leads/search'
import { type Filter, readFilter } from '@/lib/filter'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The list that a card was opened from. */
    leadList?: LeadList & Filter
  }
}

/** What a link to a card takes along, so that the card leads back to the same list. */
export function useListAsState() {
  const search = useSearch({ strict: false })
  return { leadList: { ...readFilter(search), ...readLeadList(search) } }
}

/** The list that this card was opened from. */
export const useWayBack = () => useLocation({ select: ({ state }) => state.leadList ?? {} })
