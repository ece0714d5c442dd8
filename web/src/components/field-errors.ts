import { reasonSentence } from '@/components/problem-sentence'
import { isKnownReason, type Reason } from '@/components/reason-texts'
import { ApiError, fieldReasons } from '@/lib/problem'
import { defineTexts, translate } from '@/lib/texts'

const ru = {
  other: 'Проверьте это поле.',
  phone: 'Телефон — не длиннее 100 символов.',
  email: 'Почта — не длиннее 254 символов.',
  chat_id: 'Не длиннее 200 символов.',
  message: 'Не длиннее 10 000 символов.',
  created_at: 'Время между 2000 годом и завтрашним днём.',
  amocrm_lead_id: 'Номер сделки — из её адреса в amoCRM.',
}

const fieldTexts = defineTexts('fields', ru, {
  other: 'Please check this field.',
  phone: 'A phone has at most 100 characters.',
  email: 'An email has at most 254 characters.',
  chat_id: 'Up to 200 characters.',
  message: 'Up to 10,000 characters.',
  created_at: 'A time between the year 2000 and tomorrow.',
  amocrm_lead_id: 'The number of a deal is in its address in amoCRM.',
})

const isKnown = (field: string): field is keyof typeof ru => Object.hasOwn(ru, field)

/** Generic reasons: the field's own hint says more. */
const isGeneral = (reason: string) => reason.startsWith('value_') && reason !== 'value_missing'

function fieldSentence(field: string, reason: string) {
  if (isGeneral(reason) && isKnown(field)) return translate(fieldTexts, field)
  return reasonSentence(reason) ?? translate(fieldTexts, 'other')
}

/**
 * What the fields of a refused form need, in the person's language: the API itself speaks English.
 * `at` says at which field a reason belongs that the API does not give for a field.
 */
export function fieldErrors(
  error: unknown,
  at: Partial<Record<Reason, string>> = {},
): Record<string, string> {
  const reasons = Object.entries(fieldReasons(error))
  if (error instanceof ApiError && isKnownReason(error.reason)) {
    const field = at[error.reason]
    if (field) reasons.push([field, error.reason])
  }
  return Object.fromEntries(reasons.map(([field, reason]) => [field, fieldSentence(field, reason)]))
}
