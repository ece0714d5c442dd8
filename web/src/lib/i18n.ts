import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

// Begins with the first import: texts are added as modules are loaded, and only to what has begun.
void i18next.use(initReactI18next).init({
  lng: globalThis.document?.documentElement.lang ?? 'ru',
  fallbackLng: 'ru',
  resources: {}, // features bring their texts with their code
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  react: { useSuspense: false },
})

export { i18next }
