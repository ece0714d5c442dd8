import { describe, expect, it } from 'vitest'
import { adviceOf, proofOf } from '@/components/advice'
import { adviceTexts } from '@/components/advice-texts'
import type { CreativeRow } from '@/lib/figures'
import { formatter } from '@/lib/format'
import { i18next } from '@/lib/i18n'
import type { Language } from '@/lib/language'
import { noRate } from '@/lib/test-rates'

const kitchens = {
  verdict: 'worse',
  advice: { action: 'stop', disagrees: false },
  judged_leads: 212,
  horizon_days: 14,
  judged: { numerator: 34, denominator: 212, rate: 15.9, lo: 9.1, hi: 25.4 },
  judged_others: { numerator: 96, denominator: 200, rate: 48, lo: 38, hi: 58.1 },
  targets: {
    leads: 212,
    cpql: { goal: 9000, value: 12_671, lo: 9800, hi: 17_900, state: 'missed' },
    cac: null,
    romi: null,
  },
} as CreativeRow

const language = { ru: inLanguage('ru'), en: inLanguage('en') }

function inLanguage(name: Language) {
  const say = i18next.getFixedT(name, adviceTexts.namespace)
  const format = formatter(name)
  return {
    advice: (row: CreativeRow) => adviceOf(row, say)?.replaceAll('\u00a0', ' '),
    proof: (row: CreativeRow) => proofOf(row, 'RUB', say, format).replaceAll('\u00a0', ' '),
  }
}

const withTargets = (targets: Partial<CreativeRow['targets']>, part: Partial<CreativeRow> = {}) => ({
  ...kitchens,
  ...part,
  targets: { ...kitchens.targets, ...targets },
})

describe('the advice', () => {
  it('says what to do', () => {
    expect(language.ru.advice(kitchens)).toBe('Остановить или переделать')
    expect(language.en.advice(kitchens)).toBe('Stop or rework')
    expect(language.ru.advice({ ...kitchens, advice: null })).toBeUndefined()
  })

  it('says where the verdict and the targets disagree', () => {
    const better = { ...kitchens, advice: { action: 'look', disagrees: true } } as CreativeRow
    expect(language.ru.advice(better)).toBe('Разобраться: вердикт и цели расходятся')
    expect(language.en.advice(better)).toBe('Take a closer look: the verdict and the targets disagree')
  })

  it('says where the targets disagree with each other', () => {
    const advice = { action: 'look', disagrees: true } as const
    const row = withTargets(
      { cac: { goal: 90_000, value: 50_000, lo: 40_000, hi: 80_000, state: 'met' } },
      { advice },
    )
    expect(language.ru.advice(row)).toBe('Разобраться: цели расходятся между собой')
    expect(language.en.advice(row)).toBe('Take a closer look: the targets disagree with each other')
  })
})

describe('the proof', () => {
  it('has the rate against the others, the cost against its target, intervals and the leads judged', () => {
    expect(language.ru.proof(kitchens)).toBe(
      '15,9 % (9,1–25,4 %) против 48 % у остальных; CPQL 12 671 ₽ (9 800–17 900) при цели 9 000 ₽; судим по 212 лидам старше 14 дней',
    )
    expect(language.en.proof(kitchens)).toBe(
      '15.9% (9.1–25.4%) against 48% for the rest; CPQL ₽12,671 (9,800–17,900) against a target of ₽9,000; judged on 212 leads older than 14 days',
    )
  })

  it('tells a cost that has no upper end by its lower one, and a return by its value', () => {
    const none = withTargets({
      cpql: { goal: 9000, value: null, lo: 9800, hi: null, state: 'missed' },
      romi: { goal: 100, value: -20, lo: null, hi: null, state: 'too_early' },
    })
    expect(language.ru.proof(none)).toContain(
      'CPQL не ниже 9 800 ₽ при цели 9 000 ₽; ROMI −20 % при цели 100 %',
    )
    expect(language.en.proof(none)).toContain('CPQL at least ₽9,800 against a target of ₽9,000; ROMI −20%')
  })

  it('tells no upper end that is out of all proportion', () => {
    const cac = { goal: 60_000, value: 557_586, lo: 62_379, hi: 557_460_027, state: 'missed' } as const
    expect(language.ru.proof(withTargets({ cac }))).toContain(
      'CAC 557 586 ₽ (не ниже 62 379 ₽) при цели 60 000 ₽',
    )
    expect(language.en.proof(withTargets({ cac }))).toContain(
      'CAC ₽557,586 (at least ₽62,379) against a target',
    )
  })

  it('says so where money is known of fewer leads', () => {
    expect(language.ru.proof(withTargets({ leads: 180 }))).toMatch(
      /старше 14 дней; о деньгах — по 180 из них, созданным в дни с расходом$/,
    )
    expect(language.en.proof(withTargets({ leads: 180 }))).toMatch(
      /; money on 180 of them, created on days with spend$/,
    )
  })

  it('of a creative alone compares with nothing, and without judged leads there is none', () => {
    expect(language.ru.proof({ ...kitchens, judged_others: noRate })).toContain(
      '15,9 % (9,1–25,4 %), сравнить не с чем;',
    )
    expect(language.ru.proof({ ...kitchens, judged_leads: 0, judged: noRate })).toBe('')
  })
})
