import { Group, Text } from '@mantine/core'
import { HowText } from '@/components/HowLink'
import classes from '@/features/creatives/creatives.module.css'
import { creativesTexts } from '@/features/creatives/texts'
import { useFormat } from '@/lib/account'
import type { Formatter } from '@/lib/format'
import type { CreativeRow } from '@/lib/figures'
import { type Translate, useTexts } from '@/lib/texts'

/** The figures behind the verdict, each explained. */
export function CreativeDetails({ row }: { row: CreativeRow }) {
  const t = useTexts(creativesTexts)
  const format = useFormat()
  const facts = [
    ['judged', t('judged'), judgedRate(row, format), t('judgedHint', judgedBy(row, format))],
    [
      'verdict',
      t('evidence'),
      row.judged_leads === 0 ? null : format.number(row.evidence),
      t('evidenceHint'),
    ],
    ['shrunk', t('shrunk'), known(row.shrunk_rate, format.percent), t('shrunkHint')],
    ['best', t('pBest'), known(row.p_best, (p) => format.percent(100 * p)), t('pBestHint')],
    ['needed', t('needed'), known(row.leads_needed, format.count), t('neededHint')],
    ['maturity', t('mature'), known(row.mature_share, format.percent), t('matureHint')],
    [
      'money',
      t('spendDays'),
      daysWithSpend(row, t),
      t('spendDaysHint', { leads: format.count(row.leads_with_spend) }),
    ],
    [
      'money',
      t('withoutAmount'),
      row.won_without_amount === 0 ? null : format.count(row.won_without_amount),
      t('withoutAmountHint'),
    ],
    ['money', t('spend'), spendInEach(row, format.money), t('hint_spend')],
  ] as const
  return (
    <Group component="dl" gap="lg" m={0} align="flex-start" className={classes.details}>
      {facts.map(
        ([term, name, value, hint]) =>
          value && (
            <div key={name}>
              <dt>
                <HowText term={term}>{name}</HowText>
              </dt>
              <Text component="dd" m={0} size="sm" fw={600} className={classes.number}>
                {value}
              </Text>
              <Text component="dd" m={0} size="xs" c="dimmed" className={classes.hint}>
                {hint}
              </Text>
            </div>
          ),
      )}
    </Group>
  )
}

const known = (value: number | null, show: (value: number) => string) => (value === null ? null : show(value))

const judgedRate = ({ judged }: CreativeRow, format: Formatter) =>
  judged.rate === null
    ? null
    : `${format.percent(judged.rate)} (${format.percentRange(judged.lo, judged.hi)})`

const judgedBy = (row: CreativeRow, format: Formatter) => ({
  qualified: format.count(row.judged_qualified),
  leads: format.count(row.judged_leads),
  until: format.day(row.judged_until),
  days: row.horizon_days,
})

/** The days that costs are of, where they are not all of the period. */
const daysWithSpend = ({ spend_days, days }: CreativeRow, t: Translate<'ofDays'>) =>
  spend_days === 0 || spend_days === days ? null : t('ofDays', { count: days, with: spend_days })

/** Spend in a currency that the spend column cannot show. */
const spendInEach = (row: CreativeRow, money: (amount: number, currency: string | null) => string) =>
  row.spend === null && row.spend_by_currency.length > 0
    ? row.spend_by_currency.map((spent) => money(spent.amount, spent.currency)).join(' + ')
    : null
