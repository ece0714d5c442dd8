import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { appTexts } from '@/app/texts'
import { sessionQuery } from '@/lib/session'
import { useTexts } from '@/lib/texts'

const toNew = 'new'

/** The account of the page; an administrator can add one. */
export function AccountSwitcher() {
  const t = useTexts(appTexts)
  const { data: session } = useQuery(sessionQuery)
  const { accountId } = useParams({ strict: false })
  const navigate = useNavigate()
  if (!session) return null

  const options = session.accounts.map(({ id, name }) => ({ value: id, label: name }))
  if (session.role === 'admin') options.push({ value: toNew, label: `+ ${t('newAccount')}` })
  return (
    <Select
      aria-label={t('account')}
      placeholder={t('account')}
      data={options}
      value={accountId ?? null}
      allowDeselect={false}
      searchable={options.length > 8}
      size="sm"
      w={220}
      miw={90}
      onChange={(id) => {
        if (id === toNew) void navigate({ to: '/accounts/new' })
        // What is filtered by, directions above all, is of the account.
        else if (id) void navigate({ to: '/a/$accountId/overview', params: { accountId: id }, search: {} })
      }}
    />
  )
}
