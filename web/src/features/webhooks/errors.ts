import type { webhookTexts } from '@/features/webhooks/texts'
import type { Translate } from '@/lib/texts'

/** The API's codes for an unreadable body. */
export const bodyProblems = [
  'empty_body',
  'multipart_body',
  'invalid_json',
  'unreadable_encoding',
  'decoded_body_too_large',
  'no_entities',
] as const

/** The sentence for a code; the service's own message for a failure in processing. */
export function errorSentence(t: Translate<NonNullable<(typeof webhookTexts)['keys']>>, error: string) {
  const known = bodyProblems.find((code) => code === error)
  return known ? t(`error_${known}`) : error
}
