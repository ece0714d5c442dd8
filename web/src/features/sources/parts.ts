/** What makes leads a creative's: ids of ads, whose spend follows too, and values of marks. */
export interface CreativeParts {
  marks: { code: string; value: string }[]
  ads: string[]
}

/** Codes whose long numbers are ids of ads; those of other marks are of campaigns or groups. */
const adCodes = new Set(['ad_id', 'utm_content', 'openstat_ad'])

export const isAdId = (code: string, value: string) => adCodes.has(code) && /^\d{6,}$/.test(value)

export const partsOf = (code: string, values: readonly string[]): CreativeParts => ({
  marks: values.filter((value) => !isAdId(code, value)).map((value) => ({ code, value })),
  ads: values.filter((value) => isAdId(code, value)),
})

interface Known {
  title: string
  is_archived: boolean
}

const fold = (text: string) => text.trim().toLowerCase()

/** What to make of values: one that a creative is named after goes to that creative, others become creatives. */
export function planOf<C extends Known>(code: string, values: readonly string[], creatives: readonly C[]) {
  const named = new Map(creatives.filter((c) => !c.is_archived).map((c) => [fold(c.title), c]))
  const creativeOf = (value: string) => named.get(fold(value))
  return {
    fresh: partsOf(
      code,
      values.filter((value) => !creativeOf(value)),
    ),
    known: values.flatMap((value) => {
      const creative = creativeOf(value)
      return creative ? [{ creative, parts: partsOf(code, [value]) }] : []
    }),
  }
}

/** The codes of values, those that name ads the likeliest first. */
const likeliest = ['ad_id', 'utm_content', 'utm_term', 'utm_campaign', 'openstat_ad', 'utm_medium']
const rankOf = (code: string) => (likeliest.indexOf(code) + likeliest.length + 1) % (likeliest.length + 1)

export function codesOf(items: readonly { code: string }[]) {
  const counts = new Map<string, number>()
  for (const { code } of items) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .toSorted((a, b) => rankOf(a.code) - rankOf(b.code) || b.count - a.count)
}
