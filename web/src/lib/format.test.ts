import { describe, expect, it } from 'vitest'
import { formatter } from '@/lib/format'
import { typeset } from '@/lib/typography'

const nbsp = '\u00a0'
const ru = formatter('ru', 'Europe/Moscow')
const en = formatter('en', 'Europe/London')

describe('figures as they are printed', () => {
  it('have a real minus, and the sign of percent as each language sets it', () => {
    expect(ru.percent(-100)).toBe(`−100${nbsp}%`)
    expect(en.percent(-100)).toBe('−100%')
    expect(ru.percent(31.54)).toBe(`31,5${nbsp}%`)
    expect(en.percent(31.54)).toBe('31.5%')
    expect(ru.number(-1.5)).toBe('−1,5')
    expect(ru.money(-1200, 'RUB')).toBe(`−1${nbsp}200${nbsp}₽`)
    expect(en.money(-1200, 'GBP')).toBe('−£1,200')
  })

  it('have an en dash in ranges, set apart beside a minus', () => {
    expect(ru.percentRange(12, 34)).toBe(`12–34${nbsp}%`)
    expect(en.percentRange(12, 34)).toBe('12–34%')
    expect(en.percentRange(-5, 3)).toBe(`−5${nbsp}– 3%`)
    expect(ru.percentRange(null, 3)).toBe('—')
  })

  it('have ranges of amounts, to the cent where they are small', () => {
    expect(ru.amountRange(9800.4, 17900)).toBe(`9${nbsp}800–17${nbsp}900`)
    expect(en.amountRange(9.5, 12)).toBe('9.50–12.00')
    expect(en.amountRange(9.5, null)).toBe('—')
  })

  it('have no blanks in a range of days of one month, and some where the month changes', () => {
    expect(en.days('2026-11-02', '2026-11-08')).toBe('2–8 Nov 2026')
    expect(ru.days('2026-11-02', '2026-11-08')).toMatch(/^2–8 нояб\. 2026/)
    expect(en.days('2026-10-28', '2026-11-03')).toMatch(/^28 Oct\s–\s3 Nov 2026$/)
  })

  it('keep a span of time together', () => {
    expect(ru.hours(26)).toBe(`1${nbsp}д 2${nbsp}ч`)
    expect(en.seconds(0)).toBe(`0${nbsp}s`)
  })
})

describe('a text', () => {
  it('does not leave a short word, a number or a dash at the wrong end of a line', () => {
    expect(typeset('Лид с сайта — это человек', 'ru')).toBe(`Лид с${nbsp}сайта${nbsp}— это человек`)
    expect(typeset('и в amoCRM, 95 % лидов', 'ru')).toBe(`и${nbsp}в${nbsp}amoCRM, 95${nbsp}% лидов`)
    expect(typeset('Сделка № 5', 'ru')).toBe(`Сделка №${nbsp}5`)
    expect(typeset('a lead – a person', 'en')).toBe(`a lead${nbsp}– a person`)
  })
})
