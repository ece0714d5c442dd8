import { expect, it } from 'vitest'
import { csvRows } from '@/features/creatives/csv'
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

it('the file has headings and names for people, numbers for the spreadsheet, and a total', () => {
  const rows = [
    row({
      title: 'Кухня',
      direction_id: 'd',
      spend: 100,
      revenue: 300,
      total_leads: 4,
      leads_with_spend: 4,
      qualified_leads: 1,
    }),
    row({ creative_id: 'unknown', spend: 20, total_leads: 1, leads_with_spend: 1 }),
  ]

  const [heading, first, second, total, ...rest] = csvRows(
    rows,
    (key, values) => translate(creativesTexts, key, values),
    ({ title }) => title ?? 'Без креатива',
    (id) => (id ? 'Мебель' : null),
  )

  expect(heading?.slice(0, 4)).toEqual(['Креатив', 'Направление', 'Вердикт', 'Расход'])
  expect(first?.slice(0, 4)).toEqual(['Кухня', 'Мебель', 'Лучше остальных', 100])
  expect(second?.slice(0, 3)).toEqual(['Без креатива', null, null])
  expect(total?.slice(0, 7)).toEqual(['Итого', null, null, 120, 24, 5, 1])
  expect(rest).toEqual([])
})
