import { adviceOf } from '@/components/advice'
import type { adviceTexts } from '@/components/advice-texts'
import { type FigureColumn, figureColumns } from '@/features/creatives/figure-columns'
import { isKnown, type NameOfDirection, type Totals } from '@/features/creatives/metrics'
import type { creativesTexts } from '@/features/creatives/texts'
import type { Cell } from '@/lib/csv'
import type { CreativeRow } from '@/lib/figures'
import type { Texts, Translate } from '@/lib/texts'

type KeyOf<T> = T extends Texts<infer K> ? K : never
type Key = KeyOf<typeof creativesTexts>

const isShare = (column: FigureColumn) =>
  column === 'qualification' || column === 'conversion' || column === 'romi'

const figures = (row: CreativeRow | Totals) => [
  ...figureColumns.map((column) =>
    column === 'qualification' || column === 'conversion' ? row[column].rate : row[column],
  ),
  row.currency,
]

/** The verdict never stands without the number of leads it is of, and an interval. */
const judgedColumns = [
  'verdict',
  'advice',
  'judgedLeads',
  'judgedRate',
  'judgedLo',
  'judgedHi',
  'judgedOthers',
] as const satisfies Key[]

interface Names {
  t: Translate<Key>
  say: Translate<KeyOf<typeof adviceTexts>>
  titleOf: (row: CreativeRow) => string
  directionOf: NameOfDirection
}

const judgement = (row: CreativeRow, { t, say }: Names): Cell[] => [
  t(`verdict_${row.verdict}`),
  adviceOf(row, say),
  row.judged_leads,
  row.judged.rate,
  row.judged.lo,
  row.judged.hi,
  row.judged_others.rate,
]

/**
 * The table as a file: headings and names as on the page, amounts and shares as numbers, the total below. Beside a snapshot
 * there are no verdicts.
 */
export function csvRows(
  rows: readonly CreativeRow[],
  totals: Totals,
  names: Names,
  isSnapshot = false,
): Cell[][] {
  const { t, titleOf, directionOf } = names
  const none = judgedColumns.map(() => null)
  const heading = [
    t('creative'),
    t('direction'),
    ...judgedColumns.map((column) => t(column)),
    ...figureColumns.map((column) => (isShare(column) ? `${t(column)}, %` : t(column))),
    t('currency'),
  ]
  const lines = rows.map((row) => [
    titleOf(row),
    directionOf(row.direction_id),
    ...(isKnown(row) && !isSnapshot ? judgement(row, names) : none),
    ...figures(row),
  ])
  return [heading, ...lines, [t('total'), null, ...none, ...figures(totals)]]
}
