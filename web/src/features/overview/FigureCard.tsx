import { Group, Paper, Text, Tooltip } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react'
import { HowText } from '@/components/HowLink'
import { LeadsLink } from '@/components/LeadsLink'
import { QualifiedModes } from '@/components/QualifiedModes'
import type { Term } from '@/components/terms'
import classes from '@/features/overview/FigureCard.module.css'
import { type Change, changeOf, type Figure, isMoney, type Summary } from '@/features/overview/metrics'
import { overviewTexts } from '@/features/overview/texts'
import { useFormat } from '@/lib/account'
import type { LeadsPart } from '@/lib/leads-behind'
import { type Translate, useTexts } from '@/lib/texts'

const behind: Partial<Record<Figure, LeadsPart>> = {
  leads: {},
  qualified: { isQualified: true },
  won: { won: true },
  revenue: { won: true },
}

const explained: Record<Figure, Term> = {
  leads: 'people',
  qualified: 'qualified',
  won: 'money',
  revenue: 'money',
  spend: 'money',
  cpl: 'money',
  cpql: 'money',
  romi: 'money',
}

export function FigureCard({ figure, summary }: { figure: Figure; summary: Summary }) {
  const t = useTexts(overviewTexts)
  const show = useShown(figure)
  const { value, previous } = summary[figure]
  const change = changeOf(figure, summary)
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} className={classes.card}>
      <Tooltip label={t(`hint_${figure}`)} position="top-start" multiline maw={280}>
        <HowText term={explained[figure]} size="sm" className={classes.label}>
          {t(figure)}
        </HowText>
      </Tooltip>
      <Value figure={figure} shown={show(value, summary.currency)} isKnown={value !== null} />
      <Detail figure={figure} summary={summary} />
      {figure === 'qualified' && <QualifiedModes now={summary.qualified_now} ever={summary.qualified_ever} />}
      <Group gap={6} mt="auto" pt={6}>
        {change && <ChangeMark figure={figure} change={change} />}
        {previous !== null && (
          <Text size="xs" c="dimmed" className={classes.number}>
            {t('was', { value: show(previous, summary.previous_currency) })}
          </Text>
        )}
      </Group>
    </Paper>
  )
}

function useShown(figure: Figure) {
  const format = useFormat()
  return (value: number | null, currency: string | null) =>
    isMoney(figure)
      ? format.money(value, currency)
      : figure === 'romi'
        ? format.percent(value)
        : format.count(value)
}

function Value({ figure, shown, isKnown }: { figure: Figure; shown: string; isKnown: boolean }) {
  const t = useTexts(overviewTexts)
  const part = behind[figure]
  if (!part || !isKnown)
    return (
      <Text className={classes.value} c={isKnown ? undefined : 'dimmed'}>
        {shown}
      </Text>
    )
  return (
    <LeadsLink
      className={classes.value}
      c="var(--mantine-color-text)"
      label={t('openLeads', { figure: t(figure), value: shown })}
      part={part}
    >
      {shown}
    </LeadsLink>
  )
}

/** The formula of the figure, or the reason it is missing. */
function Detail({ figure, summary }: { figure: Figure; summary: Summary }) {
  const t = useTexts(overviewTexts)
  const format = useFormat()
  const text = () => {
    if (figure === 'qualified')
      return t('ofQualification', { rate: format.percent(summary.qualification.value.rate) })
    if (figure === 'won') return t('ofConversion', { rate: format.percent(summary.conversion.value.rate) })
    const unpriced = summary.won_without_amount.value ?? 0
    if (figure === 'revenue' && unpriced > 0) return t('withoutAmount', { count: unpriced })
    if (figure !== 'spend') return null
    if (summary.spend.value !== null) return daysWithSpend(summary, t)
    return summary.spend_by_currency.length > 0
      ? summary.spend_by_currency.map((m) => format.money(m.amount, m.currency)).join(' + ')
      : t('noSpend')
  }
  const shown = text()
  return shown ? (
    <Text size="xs" c="dimmed" className={classes.number}>
      {shown}
    </Text>
  ) : null
}

/** The days that the spend is of, where they are not all of the period. */
function daysWithSpend({ spend_days, days }: Summary, t: Translate<'spendDays'>) {
  const [paid, all] = [spend_days.value ?? 0, days.value ?? 0]
  return paid === 0 || paid === all ? null : t('spendDays', { count: all, with: paid })
}

function ChangeMark({ figure, change: { by, meaning } }: { figure: Figure; change: Change }) {
  const t = useTexts(overviewTexts)
  const format = useFormat()
  const size =
    figure === 'romi' ? `${format.number(Math.abs(by))} ${t('points')}` : format.percent(Math.abs(by))
  const spoken = by === 0 ? t('same') : t(by > 0 ? 'grew' : 'fell', { by: size })
  const Icon = by === 0 ? IconEqual : by > 0 ? IconArrowUpRight : IconArrowDownRight
  return (
    <Text size="xs" fw={600} className={classes.change} data-meaning={meaning} aria-label={spoken} role="img">
      <Icon size={14} aria-hidden />
      {size}
    </Text>
  )
}
