import { problemSentence } from '@/components/problem-sentence'
import { peopleTexts } from '@/features/people/texts'
import { formatter } from '@/lib/format'
import { ApiError } from '@/lib/problem'
import { type Language, translate } from '@/lib/texts'

type Key =
  'wrongPassword' | 'wrongKey' | 'alreadySetUp' | 'wrongCurrentPassword' | 'emailTaken' | 'lastAdministrator'

/** Why signing in or changing a user was refused, where the form knows it better than the code alone says. */
export function refusalSentence(error: unknown, language: Language, known: Partial<Record<string, Key>>) {
  if (error instanceof ApiError) {
    if (error.code === 'rate_limited' && error.retryAfter)
      return translate(peopleTexts, 'tooMany', { wait: formatter(language).seconds(error.retryAfter) })
    const key = known[error.code]
    if (key) return translate(peopleTexts, key)
  }
  return problemSentence(error)
}
