import type { Match } from '@/features/matches/api'

/** The deal is nobody's of these. */
export const nobody = 'nobody'

/** What a digit chooses: the candidates from 1, nobody with 0. */
export function choiceOf(key: string, match: Pick<Match, 'candidates'>) {
  if (!/^\d$/.test(key)) return undefined
  return key === '0' ? nobody : match.candidates[Number(key) - 1]?.id
}

/** What is chosen before anybody has: nobody, where there is no choice. */
export const firstChoice = (match: Pick<Match, 'candidates'>) =>
  match.candidates.length === 0 ? nobody : null
