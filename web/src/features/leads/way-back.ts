import { useLocation, useSearch } from '@tanstack/react-router'
import { type LeadList, readLeadList } from '@/features/leads/search'
import { type Filter, readFilter } from '@/lib/filter'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The filters of the list that the card was opened from. */
    leadList?: LeadList & Filter
  }
}

/** The state of a link to a card: the list to return to. */
export function useListAsState() {
  const search = useSearch({ strict: false })
  return { leadList: { ...readFilter(search), ...readLeadList(search) } }
}

/** The filters of the list that this card was opened from. */
export const useWayBack = () => useLocation({ select: ({ state }) => state.leadList ?? {} })
