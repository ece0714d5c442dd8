import { commonTexts, knownProblems } from '@/components/texts'
import { ApiError } from '@/lib/problem'
import { translate } from '@/lib/texts'

/** What a person can do about a refusal, in his language. */
export function problemSentence(error: unknown) {
  const code = error instanceof ApiError ? error.code : 'failed'
  return translate(commonTexts, `error_${knownProblems.find((known) => known === code) ?? 'failed'}`)
}
