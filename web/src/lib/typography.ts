import type { Language } from '@/lib/language'

export const nbsp = '\u00a0'
export const minus = '\u2212'

// Words that a line must not end with.
const ofRussian = /(?<=^|[\s(«])(в|во|с|со|к|ко|о|об|у|и|а|но|на|по|за|от|до|из|не|ни|без|для|при|их|№) /gi

/** Binds what must stay on one line: a number and its unit, a short word and the next, a dash and the word before it. */
export function typeset(text: string, language: Language) {
  const bound = text.replaceAll(' — ', `${nbsp}— `).replaceAll(' – ', `${nbsp}– `)
  if (language === 'en') return bound
  // Twice: of two short words in a row the first takes the blank that the second begins after.
  return bound
    .replace(ofRussian, `$1${nbsp}`)
    .replace(ofRussian, `$1${nbsp}`)
    .replace(/(\d|}}) (%|₽|дн\.|мин)/g, `$1${nbsp}$2`)
    .replaceAll('п. п.', `п.${nbsp}п.`)
}

/** What Intl writes with a hyphen gets the real sign. */
export const withMinus = (number: string) => number.replace('-', minus)

/** A share: Russian sets the sign apart. */
export const asPercent = (number: string, language: Language) =>
  language === 'ru' ? `${number}${nbsp}%` : `${number}%`

/** A range of days of one month, which Intl spaces in English: 2–8 Nov. */
export const withTightDays = (range: string) => range.replace(/^(\d+)\s–\s(?=\d)/, '$1–')

/** From one to the other; a dash beside a minus needs room. */
export const asRange = (from: string, to: string) =>
  from.includes(minus) || to.includes(minus) ? `${from}${nbsp}– ${to}` : `${from}–${to}`
