import type { FigureRequest } from '@/lib/figures'
import type { Language } from '@/lib/texts'

/** Where the table lies as a file; Russian spreadsheets part columns by semicolons. */
export function csvAddress(request: FigureRequest, language: Language) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(request)) if (value !== undefined) query.set(name, String(value))
  query.set('format', 'csv')
  query.set('separator', language === 'ru' ? ';' : ',')
  return `/api/analytics/creatives?${query}`
}
