import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

/** Nothing is loaded over the network: features bring their texts with their code. */
export function startLanguage() {
  void i18next.use(initReactI18next).init({
    lng: document.documentElement.lang,
    fallbackLng: 'ru',
    resources: {},
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  })
}
