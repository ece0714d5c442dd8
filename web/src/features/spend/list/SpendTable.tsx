import { Table, Text } from '@mantine/core'
import { Allowed } from '@/components/Allowed'
import { LongTable, type RowProps } from '@/components/long-list/LongTable'
import type { SpendRow } from '@/features/spend/api'
import { RemoveRow } from '@/features/spend/list/RemoveRow'
import { cpc, ctr } from '@/features/spend/metrics'
import { spendTexts } from '@/features/spend/texts'
import type { components } from '@/lib/api-types'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

type Total = components['schemas']['AdSpendTotal']

export function SpendTable({ rows, totals }: { rows: SpendRow[]; totals: Total[] }) {
  return (
    <Table.ScrollContainer minWidth={760}>
      <LongTable
        name="spend"
        verticalSpacing="xs"
        tabularNums
        columns={9}
        head={<Head />}
        first={totals.map((total) => (
          <TotalRow key={total.currency ?? ''} total={total} isOne={totals.length === 1} />
        ))}
        items={rows}
        keyOf={({ id }) => id}
        height={50}
        row={(row, props) => <Row {...props} row={row} />}
      />
    </Table.ScrollContainer>
  )
}

function Head() {
  const t = useTexts(spendTexts)
  const numbers = [t('spend'), t('impressions'), t('clicks'), 'CTR', 'CPC']
  return (
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

function Row({ row, ...props }: RowProps & { row: SpendRow }) {
  const t = useTexts(spendTexts)
  const format = useFormat()
  return (
    <Table.Tr {...props}>
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
