import type { Match } from '@/features/matches/api'

/** The choice of no candidate. */
export const nobody = 'nobody'

/** The choice of a number key: candidates from 1, none with 0. */
export function choiceOf(key: string, match: Pick<Match, 'candidates'>) {
  if (!/^\d$/.test(key)) return undefined
  return key === '0' ? nobody : match.candidates[Number(key) - 1]?.id
}

/** The initial choice: none, where there are no candidates. */
export const firstChoice = (match: Pick<Match, 'candidates'>) =>
  match.candidates.length === 0 ? nobody : null
