import { MultiSelect, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Rights } from '@/features/people/api'
import { peopleTexts } from '@/features/people/texts'
import { sessionQuery } from '@/lib/session'
import { useTexts } from '@/lib/texts'

const roles = ['viewer', 'member', 'admin'] as const

/** The role of a user, the accounts of a member or viewer, and a viewer's sight of contacts. */
export function RightsFields({ rights, onChange }: { rights: Rights; onChange: (rights: Rights) => void }) {
  const t = useTexts(peopleTexts)
  const { data: session } = useQuery(sessionQuery)
  return (
    <>
      <Stack gap={4}>
        <Text size="sm" fw={500} id="role-label">
          {t('role')}
        </Text>
        <SegmentedControl
          aria-labelledby="role-label"
          value={rights.role}
          onChange={(chosen) => {
            const role = roles.find((known) => known === chosen) ?? rights.role
            onChange({ ...rights, role, hide_contacts: role === 'viewer' && rights.hide_contacts })
          }}
          data={roles.map((value) => ({ value, label: t(`role_${value}`) }))}
        />
        <Text size="xs" c="dimmed">
          {t(`roleHint_${rights.role}`)}
        </Text>
      </Stack>
      {rights.role !== 'admin' && (
        <MultiSelect
          label={t('accounts')}
          data={session?.accounts.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={rights.account_ids}
          onChange={(account_ids) => onChange({ ...rights, account_ids })}
          searchable
        />
      )}
      {rights.role === 'viewer' && (
        <Switch
          label={t('hideContacts')}
          description={t('hideContactsHint')}
          checked={rights.hide_contacts}
          onChange={(event) => onChange({ ...rights, hide_contacts: event.currentTarget.checked })}
        />
      )}
    </>
  )
}
