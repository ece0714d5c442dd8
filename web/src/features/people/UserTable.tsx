import { Badge, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { User } from '@/features/people/api'
import { peopleTexts } from '@/features/people/texts'
import { UserActions } from '@/features/people/UserActions'
import { formatter } from '@/lib/format'
import { sessionQuery } from '@/lib/session'
import { useLanguage } from '@/lib/language'
import { useTexts } from '@/lib/texts'

const colours = { active: 'green', invited: 'blue', expired: 'gray' } as const

export function UserTable({ users }: { users: readonly User[] }) {
  const t = useTexts(peopleTexts)
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('email')}</Table.Th>
            <Table.Th scope="col">{t('role')}</Table.Th>
            <Table.Th scope="col">{t('accounts')}</Table.Th>
            <Table.Th scope="col">{t('state')}</Table.Th>
            <Table.Th scope="col">{t('createdAt')}</Table.Th>
            <Table.Th scope="col" ta="right" className="screen-only">
              {t('actions')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function UserRow({ user }: { user: User }) {
  const t = useTexts(peopleTexts)
  const format = formatter(useLanguage())
  const { data: session } = useQuery(sessionQuery)
  const names = user.account_ids.map(
    (id) => session?.accounts.find((account) => account.id === id)?.name ?? id,
  )
  const isMe = session?.email === user.email
  return (
    <Table.Tr>
      <Table.Td>
        {user.email}
        {isMe && (
          <Text span size="xs" c="dimmed" ml={6}>
            {t('you')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {t(`role_${user.role}`)}
        {user.hide_contacts && (
          <Text size="xs" c="dimmed">
            {t('withoutContacts')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{user.role === 'admin' ? t('allAccounts') : names.join(', ') || t('noAccounts')}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={colours[user.state]} tt="none">
          {t(`state_${user.state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>{format.time(user.created_at)}</Table.Td>
      <Table.Td className="screen-only">
        <UserActions user={user} />
      </Table.Td>
    </Table.Tr>
  )
}
