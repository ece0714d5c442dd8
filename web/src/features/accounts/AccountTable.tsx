import { ScrollArea, Table, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { AccountLine } from '@/features/accounts/AccountLine'
import type { AccountRow } from '@/features/accounts/api'
import type { Column } from '@/features/accounts/search'
import { accountsTexts } from '@/features/accounts/texts'
import { useAccountList } from '@/features/accounts/use-account-list'
import { useTexts } from '@/lib/texts'

const heads: readonly (Column | 'trend')[] = [
  'name',
  'leads',
  'trend',
  'qualified',
  'cpql',
  'romi',
  'decided',
  'completeness',
  'data_as_of',
  'alerts',
]
const toTheLeft: readonly string[] = ['name', 'trend', 'decided', 'data_as_of']

/** The accounts side by side. */
export function AccountTable({ rows }: { rows: readonly AccountRow[] }) {
  const t = useTexts(accountsTexts)
  const { period } = useAccountList()
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('title'), role: 'region' }}>
      <Table verticalSpacing="xs" tabularNums highlightOnHover miw={1000}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Head key={head} head={head} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <AccountLine key={row.id} row={row} period={period} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}

function Head({ head }: { head: Column | 'trend' }) {
  const t = useTexts(accountsTexts)
  const { sort, order, sortBy } = useAccountList()
  const isActive = sort === head
  const Icon = order === 'asc' ? IconArrowUp : IconArrowDown
  return (
    <Table.Th
      scope="col"
      ta={toTheLeft.includes(head) ? 'left' : 'right'}
      aria-sort={isActive ? (order === 'asc' ? 'ascending' : 'descending') : undefined}
      title={head === 'decided' || head === 'completeness' ? t(`${head}Hint`) : undefined}
    >
      {head === 'trend' ? (
        t('trend')
      ) : (
        <UnstyledButton fz="sm" fw={600} onClick={() => sortBy(head)}>
          {t(head)} {isActive && <Icon size={14} aria-hidden />}
        </UnstyledButton>
      )}
    </Table.Th>
  )
}
