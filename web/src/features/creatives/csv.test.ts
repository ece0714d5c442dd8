import { expect, it } from 'vitest'
import { adviceTexts } from '@/components/advice-texts'
import { csvRows } from '@/features/creatives/csv'
import { figureColumns } from '@/features/creatives/figure-columns'
import { totalsOf } from '@/features/creatives/metrics'
import { creativesTexts } from '@/features/creatives/texts'
import type { CreativeRow } from '@/lib/figures'
import { translate } from '@/lib/texts'
import { noRate, rateView } from '@/lib/test-rates'

const row = (part: Partial<CreativeRow>): CreativeRow => ({
  creative_id: 'a',
  title: null,
  direction_id: null,
  total_leads: 0,
  people: 0,
  qualified_leads: 0,
  qualified_now: 0,
  qualified_ever: 0,
  qualification: noRate,
  shrunk_rate: null,
  p_best: null,
  verdict: 'better',
  evidence: 214.6,
  ln_evidence: 5.3688,
  judged_leads: 96,
  judged_qualified: 38,
  judged: rateView({ numerator: 38, denominator: 96, rate: 39.6, lo: 24.2, hi: 56.5 }),
  judged_others: noRate,
  horizon_days: 14,
  judged_until: '2026-11-01',
  leads_needed: null,
  targets: { leads: 0, cpql: null, cac: null, romi: null },
  advice: { action: 'wait', disagrees: false },
  won_deals: 0,
  conversion: noRate,
  revenue: 0,
  currency: 'RUB',
  spend: null,
  spend_by_currency: [],
  spend_days: 0,
  days: 31,
  leads_with_spend: 0,
  qualified_with_spend: 0,
  won_with_spend: 0,
  spend_old_enough: part.spend ?? null,
  revenue_with_spend: 0,
  won_without_amount: 0,
  cpl: null,
  cpql: null,
  cac: null,
  romi: null,
  mature_share: null,
  deleted_leads: 0,
  test_leads: 0,
  ...part,
})

const names: Parameters<typeof csvRows>[2] = {
  t: (key, values) => translate(creativesTexts, key, values),
  say: (key, values) => translate(adviceTexts, key, values),
  titleOf: ({ title }) => title ?? 'Без креатива',
  directionOf: (id) => (id ? 'Мебель' : null),
}

const rows = [
  row({
    title: 'Кухня',
    direction_id: 'd',
    advice: { action: 'scale', disagrees: false },
    spend: 100,
    revenue: 300,
    total_leads: 4,
    leads_with_spend: 4,
    qualified_leads: 1,
    qualified_with_spend: 1,
    cpql: 100,
    won_with_spend: 2,
    cac: 50,
  }),
  row({ creative_id: 'unknown', spend: 20, total_leads: 1, leads_with_spend: 1 }),
]

it('the file has headings and names for people, numbers for the spreadsheet, and a total', () => {
  const [heading = [], first = [], second = [], total = [], ...rest] = csvRows(rows, totalsOf(rows), names)

  expect(heading.slice(0, 4)).toEqual(['Креатив', 'Направление', 'Вердикт', 'Совет'])
  expect(first.slice(0, 9)).toEqual([
    'Кухня',
    'Мебель',
    'Лучше остальных',
    'Масштабировать',
    96,
    39.6,
    24.2,
    56.5,
    null,
  ])
  expect(second.slice(0, 9)).toEqual(['Без креатива', ...Array.from({ length: 8 }, () => null)])
  const figure = (line: typeof heading, column: string) => line[heading.indexOf(column)]
  expect([figure(first, 'CAC'), figure(total, 'CAC')]).toEqual([50, 60])
  expect([total[0], figure(total, 'Расход'), figure(total, 'CPL'), figure(total, 'Лиды')]).toEqual([
    'Итого',
    120,
    24,
    5,
  ])
  expect(rest).toEqual([])
})

it('the file has each column that the table can show', () => {
  const [heading = [], ...lines] = csvRows(rows, totalsOf(rows), names)

  for (const column of figureColumns)
    expect(heading.some((title) => String(title).startsWith(translate(creativesTexts, column)))).toBe(true)
  for (const line of lines) expect(line).toHaveLength(heading.length)
})

it('beside a snapshot there are no verdicts in the file either', () => {
  const [, first = []] = csvRows(rows, totalsOf(rows), names, true)

  expect(first.slice(2, 9)).toEqual(Array.from({ length: 7 }, () => null))
})
