import { type NameOfDirection, totalsOf } from '@/features/creatives/metrics'
import type { creativesTexts } from '@/features/creatives/texts'
import type { Cell } from '@/lib/csv'
import type { CreativeRow } from '@/lib/figures'
import type { Texts, Translate } from '@/lib/texts'

type Key = typeof creativesTexts extends Texts<infer K> ? K : never

const figures = (row: ReturnType<typeof totalsOf>) => [
  row.spend,
  row.cpl,
  row.total_leads,
  row.qualified_leads,
  row.qualification.rate,
  row.cpql,
  row.won_deals,
  row.conversion.rate,
  row.revenue,
  row.romi,
  row.currency,
]

/** The table as a file: headings and names as on the page, amounts and shares as numbers, the total below. */
export function csvRows(
  rows: readonly CreativeRow[],
  t: Translate<Key>,
  titleOf: (row: CreativeRow) => string,
  directionOf: NameOfDirection,
  totals = totalsOf(rows),
): Cell[][] {
  const share = (key: Key) => `${t(key)}, %`
  const heading = [
    t('creative'),
    t('direction'),
    t('verdict'),
    t('spend'),
    t('cpl'),
    t('total_leads'),
    t('qualified_leads'),
    share('qualification'),
    t('cpql'),
    t('won_deals'),
    share('conversion'),
    t('revenue'),
    share('romi'),
    t('currency'),
  ]
  const lines = rows.map((row) => [
    titleOf(row),
    directionOf(row.direction_id),
    row.creative_id === 'unknown' ? null : t(`verdict_${row.verdict}`),
    ...figures(row),
  ])
  return [heading, ...lines, [t('total'), null, null, ...figures(totals)]]
}
