import type { adviceTexts } from '@/components/advice-texts'
import type { CreativeRow } from '@/lib/figures'
import type { Formatter } from '@/lib/format'
import type { Texts, Translate } from '@/lib/texts'

type Say = Translate<typeof adviceTexts extends Texts<infer K> ? K : never>
/** Of one sale or two the upper end is so far off that it tells nothing. */
const farAbove = 100

type Target = NonNullable<CreativeRow['targets']['cpql']>

const decided = ({ targets: { cpql, cac, romi } }: CreativeRow) =>
  new Set([cpql, cac, romi].flatMap((target) => target?.state ?? []).filter((state) => state !== 'too_early'))

/** The advice in words; where it rests on what disagrees, with that. */
export function adviceOf(row: CreativeRow, say: Say) {
  if (!row.advice) return null
  if (!row.advice.disagrees) return say(row.advice.action)
  return say(decided(row).size > 1 ? 'againstEachOther' : 'againstVerdict')
}

/** The proof of the advice: the rate against the others', each target, and the leads judged. */
export function proofOf(row: CreativeRow, currency: string | null, say: Say, format: Formatter) {
  const { cpql, cac, romi, leads } = row.targets
  const money = [
    costOf('CPQL', cpql, currency, say, format),
    costOf('CAC', cac, currency, say, format),
    romi?.value == null
      ? null
      : say('return', { value: format.percent(romi.value), goal: format.percent(romi.goal) }),
  ].filter((part) => part !== null)
  if (row.judged_leads === 0) return ''
  return [
    rateOf(row, say, format),
    ...money,
    judgedOf(row, say),
    ...(money.length > 0 && leads !== row.judged_leads ? [say('costBy', { count: leads })] : []),
  ].join('; ')
}

/** The proof of the verdict alone: targets are the agency's own. */
export const verdictProofOf = (row: CreativeRow, say: Say, format: Formatter) =>
  row.judged_leads === 0 ? '' : `${rateOf(row, say, format)}; ${judgedOf(row, say)}`

const judgedOf = ({ judged_leads, horizon_days }: CreativeRow, say: Say) =>
  say('judged', { count: judged_leads, age: say('days', { count: horizon_days }) })

function rateOf({ judged, judged_others: others }: CreativeRow, say: Say, format: Formatter) {
  const rate = { rate: format.percent(judged.rate), range: format.percentRange(judged.lo, judged.hi) }
  return others.rate === null
    ? say('rateAlone', rate)
    : say('rate', { ...rate, others: format.percent(others.rate) })
}

function costOf(name: string, target: Target | null, currency: string | null, say: Say, format: Formatter) {
  if (!target || target.lo === null) return null
  const { value, lo, hi } = target
  const money = (amount: number | null) => format.money(amount, currency)
  const goal = money(target.goal)
  if (value === null) return say('costFrom', { name, lo: money(lo), goal })
  return hi === null || hi > farAbove * value
    ? say('costOpen', { name, value: money(value), lo: money(lo), goal })
    : say('cost', { name, value: money(value), range: format.amountRange(lo, hi), goal })
}
