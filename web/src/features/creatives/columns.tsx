import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { LeadsLink } from '@/components/LeadsLink'
import { QualifiedModes } from '@/components/QualifiedModes'
import { RateBar } from '@/components/RateBar'
import classes from '@/features/creatives/creatives.module.css'
import { CreativeLink } from '@/features/creatives/CreativeLink'
import type { FigureColumn } from '@/features/creatives/figure-columns'
import { isKnown } from '@/features/creatives/metrics'
import { creativesTexts } from '@/features/creatives/texts'
import { useNames } from '@/features/creatives/use-names'
import { useFormat } from '@/lib/account'
import type { CreativeRow } from '@/lib/figures'
import type { LeadsPart } from '@/lib/leads-behind'
import { useTexts } from '@/lib/texts'

const behind: Partial<Record<FigureColumn, LeadsPart>> = {
  total_leads: {},
  qualified_leads: { isQualified: true },
  won_deals: { won: true },
}

/** Renders a figure of a row; counts link to their leads. Rates share one scale. */
export function useFigure(highest: number, width = 48) {
  const format = useFormat()
  return (row: CreativeRow, column: FigureColumn): ReactNode => {
    switch (column) {
      case 'qualified_leads':
        return (
          <>
            {row[column] === 0 ? format.count(0) : <CountLink row={row} column={column} />}
            {row.total_leads > 0 && <QualifiedModes now={row.qualified_now} ever={row.qualified_ever} />}
          </>
        )
      case 'total_leads':
      case 'won_deals':
        return row[column] === 0 ? format.count(0) : <CountLink row={row} column={column} />
      case 'qualification':
        return row.total_leads === 0 ? (
          <Text c="dimmed">—</Text>
        ) : (
          <RateBar rate={row.qualification} width={width} max={highest} />
        )
      case 'conversion':
        return format.percent(row.conversion.rate)
      case 'romi':
        return format.percent(row.romi)
      default:
        return format.money(row[column], row.currency)
    }
  }
}

function CountLink({
  row,
  column,
}: {
  row: CreativeRow
  column: 'total_leads' | 'qualified_leads' | 'won_deals'
}) {
  const t = useTexts(creativesTexts)
  const format = useFormat()
  const { titleOf } = useNames()
  const count = format.count(row[column])
  return (
    <LeadsLink
      inherit
      label={t('openLeads', { title: titleOf(row), column: t(column), count })}
      part={{ ...behind[column], creativeId: row.creative_id }}
    >
      {count}
    </LeadsLink>
  )
}

/** The title of a creative with its direction. */
export function RowTitle({ row }: { row: CreativeRow }) {
  const t = useTexts(creativesTexts)
  const { titleOf, directionOf } = useNames()
  const below = isKnown(row) ? directionOf(row.direction_id) : t('unknownHint')
  return (
    <div className={classes.title}>
      {isKnown(row) ? (
        <CreativeLink
          id={row.creative_id}
          size="sm"
          fw={600}
          lineClamp={3}
          c="var(--mantine-color-text)"
          title={titleOf(row)}
        >
          {titleOf(row)}
        </CreativeLink>
      ) : (
        <Text size="sm" fw={600} fs="italic">
          {titleOf(row)}
        </Text>
      )}
      {below && (
        <Text size="xs" c="dimmed">
          {below}
        </Text>
      )}
    </div>
  )
}
