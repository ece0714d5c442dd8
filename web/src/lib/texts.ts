import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { i18next } from '@/lib/i18n'
import type { Language } from '@/lib/language'
import { typeset } from '@/lib/typography'

type Plural = 'one' | 'few' | 'many' | 'other'
/** The key without its plural ending: `leads` for `leads_one`. */
type Base<K> = K extends `${infer B}_${Plural}` ? B : K
type Values = Record<string, string | number>

export interface Texts<K extends string> {
  namespace: string
  /** Type-level only: carries the keys. */
  keys?: K
}

/**
 * The texts of a feature in both languages, Russian first. A flat key each; plurals end in _one, _few, _many (Russian), _other.
 * They are loaded with the feature's own chunk.
 */
export function defineTexts<R extends Record<string, string>, E extends Record<string, string>>(
  namespace: string,
  ru: R,
  // English has what Russian has, but for its plurals.
  en: E & Record<Exclude<keyof R & string, `${string}_${'few' | 'many'}`>, string>,
): Texts<Base<keyof R & string>> {
  i18next.addResourceBundle('ru', namespace, typesetAll(ru, 'ru'))
  i18next.addResourceBundle('en', namespace, typesetAll(en, 'en'))
  return { namespace }
}

const typesetAll = (texts: Record<string, string>, language: Language) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, typeset(text, language)]))

export type Translate<K extends string> = (key: K, values?: Values) => string

export function useTexts<K extends string>(texts: Texts<K>): Translate<K> {
  const { t } = useTranslation(texts.namespace)
  return useCallback((key, values) => t(key, values ?? {}), [t])
}

/** Outside of React: for notifications after a mutation. */
export function translate<K extends string>(texts: Texts<K>, key: K, values?: Values) {
  return i18next.t(key, { ns: texts.namespace, ...values })
}
