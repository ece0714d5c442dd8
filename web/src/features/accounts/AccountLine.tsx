import { Badge, Group, Table, Text } from '@mantine/core'
import { AnchorLink } from '@/components/Links'
import type { AccountRow } from '@/features/accounts/api'
import { Sparkline } from '@/features/accounts/Sparkline'
import { accountsTexts } from '@/features/accounts/texts'
import { formatter } from '@/lib/format'
import { useLanguage } from '@/lib/language'
import type { Period } from '@/lib/period'
import { useTexts } from '@/lib/texts'

/** The figures of one account, with a link into it. */
export function AccountLine({ row, period }: { row: AccountRow; period: Period }) {
  const format = formatter(useLanguage())
  const search = period.from ? { from: period.from, to: period.to } : { period: 'all' as const }
  return (
    <Table.Tr>
      <Table.Td>
        <AnchorLink to="/a/$accountId/overview" params={{ accountId: row.id }} search={search} fw={600}>
          {row.name}
        </AnchorLink>
      </Table.Td>
      <Table.Td ta="right">{format.count(row.leads)}</Table.Td>
      <Table.Td>
        <Sparkline name={row.name} values={row.leads_by_day} />
      </Table.Td>
      <Table.Td ta="right">
        {format.count(row.qualified)}
        <Text size="xs" c="dimmed">
          {format.percent(row.qualification.rate)}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {format.money(row.cpql, row.currency)}
        <Target row={row} />
      </Table.Td>
      <Table.Td ta="right">{format.percent(row.romi)}</Table.Td>
      <Table.Td>
        <Decided row={row} />
      </Table.Td>
      <Table.Td ta="right">{format.percent(row.completeness)}</Table.Td>
      <Table.Td>
        <Text size="sm">{format.time(row.data_as_of)}</Text>
      </Table.Td>
      <Table.Td ta="right">
        {row.alerts > 0 ? (
          <Badge color="red" variant="light">
            {row.alerts}
          </Badge>
        ) : (
          <Text span c="dimmed">
            0
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function Target({ row: { cpql_met, cpql_missed } }: { row: AccountRow }) {
  const t = useTexts(accountsTexts)
  if (cpql_missed === 0 && cpql_met === 0) return null
  return (
    <Text size="xs" c={cpql_missed > 0 ? 'red' : 'dimmed'}>
      {[cpql_missed > 0 && t('missed', { count: cpql_missed }), cpql_met > 0 && t('met', { count: cpql_met })]
        .filter(Boolean)
        .join(', ')}
    </Text>
  )
}

function Decided({ row: { better, worse } }: { row: AccountRow }) {
  const t = useTexts(accountsTexts)
  if (better + worse === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('undecided')}
      </Text>
    )
  return (
    <Group gap={6} wrap="nowrap">
      {better > 0 && (
        <Badge color="teal" variant="light" tt="none">
          {t('better', { count: better })}
        </Badge>
      )}
      {worse > 0 && (
        <Badge color="red" variant="light" tt="none">
          {t('worse', { count: worse })}
        </Badge>
      )}
    </Group>
  )
}
