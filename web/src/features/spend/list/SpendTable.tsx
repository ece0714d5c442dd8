import { Table, Text } from '@mantine/core'
import { Allowed } from '@/components/Allowed'
import type { SpendRow } from '@/features/spend/api'
import { RemoveRow } from '@/features/spend/list/RemoveRow'
import { cpc, ctr } from '@/features/spend/metrics'
import { spendTexts } from '@/features/spend/texts'
import type { components } from '@/lib/api-types'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

type Total = components['schemas']['AdSpendTotal']

export function SpendTable({ rows, totals }: { rows: SpendRow[]; totals: Total[] }) {
  const t = useTexts(spendTexts)
  const numbers = [t('spend'), t('impressions'), t('clicks'), 'CTR', 'CPC']
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing="xs" tabularNums>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('date')}</Table.Th>
            <Table.Th scope="col">{t('ad')}</Table.Th>
            <Table.Th scope="col">{t('creative')}</Table.Th>
            {numbers.map((name) => (
              <Table.Th key={name} scope="col" ta="right">
                {name}
              </Table.Th>
            ))}
            <Table.Th scope="col" className="screen-only" aria-label={t('actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {totals.map((total) => (
            <TotalRow key={total.currency ?? ''} total={total} isOne={totals.length === 1} />
          ))}
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function TotalRow({ total, isOne }: { total: Total; isOne: boolean }) {
  const t = useTexts(spendTexts)
  const format = useFormat()
  return (
    <Table.Tr fw={600}>
      <Table.Td colSpan={3}>{isOne ? t('sum') : t('sumIn', { currency: total.currency ?? '—' })}</Table.Td>
      <Table.Td ta="right">{format.money(total.spend, total.currency)}</Table.Td>
      <Table.Td ta="right">{format.count(total.impressions)}</Table.Td>
      <Table.Td ta="right">{format.count(total.clicks)}</Table.Td>
      <Table.Td ta="right">{format.percent(total.ctr)}</Table.Td>
      <Table.Td ta="right">{format.money(total.cpc, total.currency)}</Table.Td>
      <Table.Td className="screen-only" />
    </Table.Tr>
  )
}

function Row({ row }: { row: SpendRow }) {
  const t = useTexts(spendTexts)
  const format = useFormat()
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.day(row.date)}</Table.Td>
      <Table.Td>
        {row.ad_name ?? row.ad_id ?? t('wholeCreative')}
        {row.ad_name && (
          <Text size="xs" c="dimmed">
            {row.ad_id}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {row.creative_title ?? (
          <Text span size="sm" c="dimmed">
            {t('noCreative')}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{format.money(row.spend, row.currency)}</Table.Td>
      <Table.Td ta="right">{format.count(row.impressions)}</Table.Td>
      <Table.Td ta="right">{format.count(row.clicks)}</Table.Td>
      <Table.Td ta="right">{format.percent(ctr(row))}</Table.Td>
      <Table.Td ta="right">{format.money(cpc(row), row.currency)}</Table.Td>
      <Table.Td className="screen-only">
        <Allowed to="work">
          <RemoveRow row={row} />
        </Allowed>
      </Table.Td>
    </Table.Tr>
  )
}
