import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

// Initialised on import: modules add their texts as they load.
void i18next.use(initReactI18next).init({
  lng: globalThis.document?.documentElement.lang ?? 'ru',
  fallbackLng: 'ru',
  resources: {}, // features bring their texts with their code
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  react: { useSuspense: false },
})

export { i18next }
