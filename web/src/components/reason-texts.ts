import { reasonsEn } from '@/components/reasons-en'
import { reasonsRu } from '@/components/reasons-ru'
import { defineTexts } from '@/lib/texts'

export type Reason = keyof typeof reasonsRu

export const reasonTexts = defineTexts('reasons', reasonsRu, reasonsEn)

export const isKnownReason = (reason: string | undefined): reason is Reason =>
  reason !== undefined && Object.hasOwn(reasonsRu, reason)
