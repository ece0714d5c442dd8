import type { Language } from '@/lib/language'

export const nbsp = '\u00a0'
export const minus = '\u2212'

// Short words that must not end a line.
const ofRussian = /(?<=^|[\s(«])(в|во|с|со|к|ко|о|об|у|и|а|но|на|по|за|от|до|из|не|ни|без|для|при|их|№) /gi

/** Inserts no-break spaces: number and unit, short word and the next, word and dash. */
export function typeset(text: string, language: Language) {
  const bound = text.replaceAll(' — ', `${nbsp}— `).replaceAll(' – ', `${nbsp}– `)
  if (language === 'en') return bound
  // Twice: of two short words in a row, the first match consumes the blank before the second.
  return bound
    .replace(ofRussian, `$1${nbsp}`)
    .replace(ofRussian, `$1${nbsp}`)
    .replace(/(\d|}}) (%|₽|дн\.|мин)/g, `$1${nbsp}$2`)
    .replaceAll('п. п.', `п.${nbsp}п.`)
}

/** Replaces Intl's hyphen by a minus sign. */
export const withMinus = (number: string) => number.replace('-', minus)

/** A number with a percent sign; Russian puts a space between. */
export const asPercent = (number: string, language: Language) =>
  language === 'ru' ? `${number}${nbsp}%` : `${number}%`

/** Removes Intl's spaces in a range of days of one month: 2–8 Nov. */
export const withTightDays = (range: string) => range.replace(/^(\d+)\s–\s(?=\d)/, '$1–')

/** A range; a dash beside a minus needs spaces. */
export const asRange = (from: string, to: string) =>
  from.includes(minus) || to.includes(minus) ? `${from}${nbsp}– ${to}` : `${from}–${to}`
