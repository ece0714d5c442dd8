import type { Lead, LeadMark } from '@/features/leads/types'

export type Why =
  'sent' | 'person' | 'personNone' | 'mapped' | 'ad' | 'mark' | 'token' | 'erased' | 'none' | 'noMarks'

/** The reason of a lead's creative. What a person sets has a time, what came with the lead has none. */
export function whyOf({
  attribution,
  marks,
}: {
  attribution: Pick<Lead['attribution'], 'rule' | 'creative_id' | 'decided_at' | 'evidence'>
  marks?: readonly unknown[] | null
}): Why {
  const { rule, creative_id, decided_at, evidence } = attribution
  if (rule === 'given') return decided_at === null ? 'sent' : creative_id === null ? 'personNone' : 'person'
  if (rule === 'none') return marks && marks.length > 0 ? 'none' : 'noMarks'
  if (!evidence) return 'erased'
  if (rule === 'mapped_field') return 'mapped'
  if (rule === 'creative_mark') return 'mark'
  return rule === 'token' ? 'token' : 'ad'
}

/** What the account calls the field of a mark; its code where it has no name of its own. */
export const markName = (code: string, marks: readonly Pick<LeadMark, 'code' | 'name'>[]) =>
  code.startsWith('field:') ? (marks.find((mark) => mark.code === code)?.name ?? code) : code

/** Each value once, as it was seen first: webhooks and reading tell the same. */
export function distinctMarks<T extends Pick<LeadMark, 'code' | 'value' | 'seen_at'>>(
  marks: readonly T[],
): T[] {
  const first = new Map<string, T>()
  for (const mark of marks) {
    const key = `${mark.code} ${mark.value}`
    const known = first.get(key)
    if (!known || Date.parse(mark.seen_at) < Date.parse(known.seen_at)) first.set(key, mark)
  }
  return [...first.values()]
}
