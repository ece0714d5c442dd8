import { codesEn, codesRu } from '@/components/codes'
import { isKnownReason, reasonTexts } from '@/components/reason-texts'
import { formatter } from '@/lib/format'
import { ApiError } from '@/lib/problem'
import { currentLanguage } from '@/lib/language'
import { defineTexts, translate } from '@/lib/texts'

const codeTexts = defineTexts(
  'codes',
  { ...codesRu, wait: 'Слишком много попыток. Попробуйте через {{time}}.' },
  { ...codesEn, wait: 'Too many attempts. Try again in {{time}}.' },
)

const isKnownCode = (code: string): code is keyof typeof codesRu => Object.hasOwn(codesRu, code)

/** The sentence for a refusal, in the reader's language. */
export function problemSentence(error: unknown) {
  if (!(error instanceof ApiError)) return translate(codeTexts, 'failed')
  const { code, reason, retryAfter } = error
  if (code === 'rate_limited' && retryAfter)
    return translate(codeTexts, 'wait', { time: formatter(currentLanguage()).seconds(retryAfter) })
  return reasonSentence(reason) ?? translate(codeTexts, isKnownCode(code) ? code : 'failed')
}

/** The sentence for a reason; undefined for one that is newer than this page. */
export const reasonSentence = (reason: string | undefined) =>
  isKnownReason(reason) ? translate(reasonTexts, reason) : undefined
