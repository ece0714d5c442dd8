import type { DealField, Mapping, Settings } from '@/features/settings/attribution/api'

/** Meanings besides those of other marks. */
export const namedMeanings = ['ad_id', 'creative'] as const
export const utmMeanings = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term'] as const

export const isNamed = (meaning: string): meaning is (typeof namedMeanings)[number] =>
  meaning === 'ad_id' || meaning === 'creative'

/** A row of the form; a field that is not chosen yet has no code. */
export interface MappingDraft {
  code: string | null
  meaning: string
}

export const draftsOf = ({ fields }: Pick<Settings, 'fields'>): MappingDraft[] =>
  fields.map(({ code, meaning }) => ({ code: code ?? null, meaning: meaning ?? 'ad_id' }))

export const chosen = (drafts: readonly MappingDraft[]): Mapping[] =>
  drafts.flatMap(({ code, meaning }) => (code === null ? [] : [{ code, meaning }]))

/** The fields to choose from: amoCRM's, and those that were chosen before and are gone there. */
export function fieldOptions(fields: readonly DealField[], drafts: readonly MappingDraft[]) {
  const known = new Set(fields.map(({ code }) => code))
  const gone = drafts.flatMap(({ code }) => (code === null || known.has(code) ? [] : [code]))
  return [
    ...fields.map(({ code, name }) => ({ value: code, label: name ?? code })),
    ...gone.map((code) => ({ value: code, label: code })),
  ]
}
