import { Table, Text } from '@mantine/core'
import { RateBar } from '@/components/RateBar'
import classes from '@/features/creatives/creatives.module.css'
import { totalsOf } from '@/features/creatives/metrics'
import { creativesTexts } from '@/features/creatives/texts'
import { useFormat } from '@/lib/account'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

export function TotalsRow({ rows, highest }: { rows: CreativeRow[]; highest: number }) {
  const t = useTexts(creativesTexts)
  const format = useFormat()
  const total = totalsOf(rows)
  const money = (amount: number | null) => format.money(amount, total.currency)
  return (
    <Table.Tfoot>
      <Table.Tr className={classes.total}>
        <Table.Th scope="row" className={classes.sticky}>
          {t('total')}
        </Table.Th>
        <Table.Td className={classes.stickyToo} />
        <Total figure={money(total.spend)} />
        <Total figure={format.count(total.total_leads)} below={money(total.cpl)} />
        <Total figure={format.count(total.qualified_leads)} below={money(total.cpql)} />
        <Table.Td>
          <RateBar rate={total.qualification} width={48} max={highest} />
        </Table.Td>
        <Total figure={format.count(total.won_deals)} below={format.percent(total.conversion.rate)} />
        <Total figure={money(total.revenue)} />
        <Total figure={format.percent(total.romi)} />
        <Table.Td />
      </Table.Tr>
    </Table.Tfoot>
  )
}

function Total({ figure, below }: { figure: string; below?: string }) {
  return (
    <Table.Td ta="right">
      {figure}
      {below && (
        <Text size="xs" c="dimmed">
          {below}
        </Text>
      )}
    </Table.Td>
  )
}
