import { describe, expect, it } from 'vitest'
import { i18next } from '@/lib/i18n'
import { minus } from '@/lib/typography'

// Every module with texts, and the sources of all.
const modules = import.meta.glob('/src/**/*{texts,errors,sentence}.ts', { eager: true })
const sources = import.meta.glob<string>('/src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const plural = /_(one|few|many|other)$/
type Bundles = Record<string, Record<string, string>>
const bundlesOf = (language: string) => (i18next.getDataByLanguage(language) ?? {}) as Bundles
const textsOf = (language: string) =>
  Object.entries(bundlesOf(language)).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ key: `${namespace}.${key}`, text })),
  )
const violations = (language: string, wrong: (text: string) => boolean) =>
  textsOf(language)
    .filter(({ text }) => wrong(text))
    .map(({ key, text }) => `${key}: ${text}`)

/** Texts that are the same in both languages. */
const international = /^(amoCRM|WhatsApp|CPL|CPQL|CAC|ROMI|CRM|API|\{\{[^}]*}}|[—–№]|\s)*$/

describe('the texts', () => {
  it('are all looked at: whoever defines some is among these modules', () => {
    const defining = Object.entries(sources)
      .filter(([path, source]) => source.includes('= defineTexts(') && path !== '/src/lib/texts.ts')
      .map(([path]) => path)
      .filter((path) => !path.includes('.test.'))
    expect(defining.filter((path) => !(path in modules))).toEqual([])
    expect(Object.keys(bundlesOf('ru')).length).toBeGreaterThan(10)
  })

  it('are there in both languages, with the plurals of each', () => {
    const keys = (language: string, ends: readonly string[]) =>
      Object.fromEntries(
        Object.entries(bundlesOf(language)).map(([namespace, texts]) => {
          const bases = new Map<string, string[]>()
          for (const key of Object.keys(texts)) {
            const base = key.replace(plural, '')
            if (base !== key) bases.set(base, [...(bases.get(base) ?? []), key.slice(base.length + 1)])
          }
          for (const [base, given] of bases)
            expect(given.toSorted(), `${language} ${namespace}.${base}`).toEqual([...ends].toSorted())
          return [
            namespace,
            [...new Set(Object.keys(texts).map((key) => key.replace(plural, '')))].toSorted(),
          ]
        }),
      )
    expect(keys('en', ['one', 'other'])).toEqual(keys('ru', ['one', 'few', 'many', 'other']))
  })

  it('name the same values in both languages', () => {
    const values = (text: string) => [...new Set(text.match(/{{\w+/g))].toSorted()
    for (const [namespace, texts] of Object.entries(bundlesOf('en')))
      for (const [key, text] of Object.entries(texts)) {
        const russian = bundlesOf('ru')[namespace]?.[key]
        if (russian !== undefined) expect(values(text), `${namespace}.${key}`).toEqual(values(russian))
      }
  })

  it('are translated: each in its own letters, but for the way to the other language', () => {
    const isSwitch = (line: string) => line.startsWith('common.language:')
    const withoutCyrillic = violations('ru', (text) => !/[а-яё]/i.test(text) && !international.test(text))
    const withCyrillic = violations('en', (text) => /[а-яё]/i.test(text))
    expect(withoutCyrillic.filter((line) => !isSwitch(line))).toEqual([])
    expect(withCyrillic.filter((line) => !isSwitch(line))).toEqual([])
  })

  it('are nowhere but in these modules', () => {
    const strays = Object.entries(sources)
      .filter(([path]) => !(path in modules) && !path.includes('.test.') && !path.endsWith('typography.ts'))
      .filter(([, source]) => /[а-яё]{2}/i.test(source.replaceAll(/\/\/.*|\/\*[^]*?\*\//g, '')))
      .map(([path]) => path)
    expect(strays.toSorted()).toEqual([
      '/src/components/codes.ts',
      '/src/components/reasons-ru.ts',
      '/src/features/spend/line-faults.ts',
      '/src/lib/format.ts', // units of time
    ])
  })
})

describe('typography', () => {
  it('has one dash: an em dash in Russian, an en dash in English, with a blank on both sides', () => {
    expect(violations('ru', (text) => /–(?!\S)|(?<!\S)–/.test(text))).toEqual([])
    expect(violations('ru', (text) => /\S—|—\S/.test(text))).toEqual([])
    expect(violations('en', (text) => text.includes('—'))).toEqual([])
  })

  it('has a dash between words and a minus before numbers, never a hyphen', () => {
    for (const language of ['ru', 'en'])
      expect(violations(language, (text) => /(^|\s)-|-(\s|$)|(?<!\d)-\d|-{{/.test(text))).toEqual([])
    expect(violations('ru', (text) => text.includes('- ') || text.includes('--'))).toEqual([])
  })

  it('keeps a number with its unit: 95 % in Russian, 95% in English', () => {
    expect(violations('ru', (text) => /[\d}]( |)%/.test(text))).toEqual([])
    expect(violations('en', (text) => /[\d}]\s%/.test(text))).toEqual([])
  })

  it('has the quotes of the language', () => {
    expect(violations('ru', (text) => /["“”„]/.test(text))).toEqual([])
    expect(violations('en', (text) => /["«»„]/.test(text))).toEqual([])
    expect(violations('en', (text) => /\w'\w/.test(text))).toEqual([])
  })

  it('is never left to each place: percent signs, ranges and minus are written by the formats', () => {
    const isWrong = (line: string) => !/width|left/i.test(line) && /}\s?%[`<]|} – [{$]|}\s-\s[{$]/.test(line) // a style has percents of its own
    const strays = Object.entries(sources)
      .filter(
        ([path]) =>
          path.startsWith('/src/') && !path.includes('.test.') && !path.endsWith('lib/typography.ts'),
      )
      .filter(([path, source]) => !(path in modules) && source.split('\n').some(isWrong))
    expect(strays.map(([path]) => path)).toEqual([])
    expect(minus).toBe('−')
  })
})
