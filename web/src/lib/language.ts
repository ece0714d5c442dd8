import { useTranslation } from 'react-i18next'
import { i18next } from '@/lib/i18n'

export type Language = 'ru' | 'en'

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'ru'
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'ru')

export function changeLanguage(language: Language) {
  localStorage.setItem('language', language)
  document.documentElement.lang = language
  return i18next.changeLanguage(language)
}
