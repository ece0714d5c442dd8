import type { webhookTexts } from '@/features/webhooks/texts'
import type { Translate } from '@/lib/texts'

/** Why nothing in a delivery could be read, by the API's codes. */
export const bodyProblems = [
  'empty_body',
  'multipart_body',
  'invalid_json',
  'unreadable_encoding',
  'decoded_body_too_large',
  'no_entities',
] as const

/** A code in a sentence; what failed in processing is told as the service tells it. */
export function errorSentence(t: Translate<NonNullable<(typeof webhookTexts)['keys']>>, error: string) {
  const known = bodyProblems.find((code) => code === error)
  return known ? t(`error_${known}`) : error
}
