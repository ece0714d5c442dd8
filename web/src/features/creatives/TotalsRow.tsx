import { Table } from '@mantine/core'
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
  const money = (amount: number | null) => (
    <Table.Td ta="right">{format.money(amount, total.currency)}</Table.Td>
  )
  const count = (value: number) => <Table.Td ta="right">{format.count(value)}</Table.Td>
  const percent = (value: number | null) => <Table.Td ta="right">{format.percent(value)}</Table.Td>
  return (
    <Table.Tfoot>
      <Table.Tr className={classes.total}>
        <Table.Th scope="row" className={classes.sticky}>
          {t('total')}
        </Table.Th>
        <Table.Td />
        {money(total.spend)}
        {money(total.cpl)}
        {count(total.total_leads)}
        {count(total.qualified_leads)}
        <Table.Td>
          <RateBar rate={total.qualification} width={90} max={highest} />
        </Table.Td>
        {money(total.cpql)}
        {count(total.won_deals)}
        {percent(total.conversion.rate)}
        {money(total.revenue)}
        {percent(total.romi)}
        <Table.Td />
      </Table.Tr>
    </Table.Tfoot>
  )
}
