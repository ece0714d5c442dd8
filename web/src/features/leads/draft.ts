import type { LeadDraft } from '@/features/leads/types'

/** The state of the form: text as typed. */
export interface DraftForm {
  source_type: 'website' | 'whatsapp' | 'manual'
  name: string
  phone: string
  email: string
  chat_id: string
  message: string
  direction_id: string | null
  creative_id: string | null
  ad_id: string
  utm_source: string
  utm_medium: string
  utm_campaign: string
  utm_term: string
  utm_content: string
  amocrm_lead_id: string
  push: boolean
}

export const emptyDraft = (push: boolean): DraftForm => ({
  source_type: 'manual',
  name: '',
  phone: '',
  email: '',
  chat_id: '',
  message: '',
  direction_id: null,
  creative_id: null,
  ad_id: '',
  utm_source: '',
  utm_medium: '',
  utm_campaign: '',
  utm_term: '',
  utm_content: '',
  amocrm_lead_id: '',
  push,
})

export type DraftFault = 'contactMissing' | 'phoneWithoutDigits' | 'emailMalformed' | 'dealNotNumber'

const isGiven = (text: string) => text.trim() !== ''

/** Validates the form by the rules of the API. */
export function faultsOf(form: DraftForm): Partial<Record<keyof DraftForm, DraftFault>> {
  const faults: Partial<Record<keyof DraftForm, DraftFault>> = {}
  if (![form.phone, form.email, form.chat_id].some(isGiven)) faults.phone = 'contactMissing'
  if (isGiven(form.phone) && !/\d/.test(form.phone)) faults.phone = 'phoneWithoutDigits'
  if (isGiven(form.email) && !/^\S+@\S+$/.test(form.email.trim())) faults.email = 'emailMalformed'
  if (isGiven(form.amocrm_lead_id) && !/^[1-9]\d{0,14}$/.test(form.amocrm_lead_id.trim()))
    faults.amocrm_lead_id = 'dealNotNumber'
  return faults
}

/** The request body: filled fields only. */
export function asDraft({ push, source_type, amocrm_lead_id, ...rest }: DraftForm): LeadDraft {
  const texts = Object.entries(rest).flatMap(([field, value]) =>
    value !== null && isGiven(value) ? [[field, value.trim()] as const] : [],
  )
  const deal = isGiven(amocrm_lead_id) ? { amocrm_lead_id: Number(amocrm_lead_id) } : {}
  return { source_type, push, ...Object.fromEntries(texts), ...deal }
}

/** Works over plain HTTP too, unlike crypto.randomUUID. */
export const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
