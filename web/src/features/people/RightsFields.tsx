import { MultiSelect, SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Rights } from '@/features/people/api'
import { peopleTexts } from '@/features/people/texts'
import { sessionQuery } from '@/lib/session'
import { useTexts } from '@/lib/texts'

/** The role of a user, and a member's accounts. */
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
          onChange={(role) => onChange({ ...rights, role: role === 'admin' ? 'admin' : 'member' })}
          data={(['member', 'admin'] as const).map((value) => ({ value, label: t(`role_${value}`) }))}
        />
      </Stack>
      {rights.role === 'member' && (
        <MultiSelect
          label={t('accounts')}
          data={session?.accounts.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={rights.account_ids}
          onChange={(account_ids) => onChange({ ...rights, account_ids })}
          searchable
        />
      )}
    </>
  )
}
