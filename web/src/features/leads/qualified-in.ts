import type { Lead } from '@/features/leads/types'
import { defaultMode, type Filter } from '@/lib/filter'

export interface Qualified {
  is: boolean
  text: 'yes' | 'no' | 'was' | 'wasInTime' | 'wasLate' | 'notYet' | 'gotThere' | 'notKnown'
  since?: string
}

type Facts = Pick<Lead, 'is_qualified' | 'first_qualified_at' | 'created_at'>

const dayMs = 86_400_000

/**
 * Whether a lead is qualified as a mode means it. What a list was filtered by holds of each of its leads, also where the
 * lead itself does not tell: which stages it passed over.
 */
export function qualifiedIn(
  { is_qualified, first_qualified_at: since, created_at }: Facts,
  { mode = defaultMode, days = 14 }: Pick<Filter, 'mode' | 'days'>,
  filteredBy?: boolean,
  now = Date.now(),
): Qualified {
  switch (mode) {
    case 'ever':
      return since ? { is: true, text: 'was', since } : { is: false, text: 'no' }
    case 'within':
    case 'judged': {
      const until = Date.parse(created_at) + days * dayMs
      if (!since) return { is: false, text: now < until ? 'notYet' : 'no' }
      return Date.parse(since) <= until
        ? { is: true, text: 'wasInTime', since }
        : { is: false, text: 'wasLate' }
    }
    case 'reached_or_passed':
      if (filteredBy !== undefined)
        return filteredBy ? { is: true, text: 'gotThere' } : { is: false, text: 'no' }
      return is_qualified || since ? { is: true, text: 'gotThere' } : { is: false, text: 'notKnown' }
    case 'current':
      return is_qualified ? { is: true, text: 'yes' } : { is: false, text: 'no' }
  }
}
