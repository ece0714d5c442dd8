import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMatches, useMatchRoute, useNavigate, useParams } from '@tanstack/react-router'
import { pageToKeep, partsToKeep } from '@/app/switching'
import { appTexts } from '@/app/texts'
import { accountQuery } from '@/lib/account'
import { sessionQuery, useMay } from '@/lib/session'
import { useTexts } from '@/lib/texts'

const toNew = 'new'
const toAll = 'all'

/** The account select; administrators can add one. */
export function AccountSwitcher() {
  const t = useTexts(appTexts)
  const { data: session } = useQuery(sessionQuery)
  const mayAdd = useMay('administer')
  const { accountId } = useParams({ strict: false })
  const { data: account } = useQuery({ ...accountQuery(accountId ?? ''), enabled: !!accountId })
  const page = useMatches({ select: (matches) => pageToKeep(matches.at(-1)?.fullPath) })
  const isAll = !!useMatchRoute()({ to: '/accounts' })
  const navigate = useNavigate()
  if (!session) return null

  const options = session.accounts.map(({ id, name }) => ({ value: id, label: name }))
  if (session.accounts.length > 1) options.unshift({ value: toAll, label: t('allAccounts') })
  if (account?.is_archived && !options.some(({ value }) => value === account.id))
    options.push({ value: account.id, label: t('archivedName', { name: account.name }) })
  if (mayAdd) options.push({ value: toNew, label: `+ ${t('newAccount')}` })
  return (
    <Select
      aria-label={t('account')}
      placeholder={t('account')}
      data={options}
      value={accountId ?? (isAll ? toAll : null)}
      allowDeselect={false}
      searchable={options.length > 8}
      size="sm"
      w={{ base: 220, md: 340 }}
      title={options.find(({ value }) => value === accountId)?.label}
      miw={90}
      onChange={(id) => {
        if (id === toNew) void navigate({ to: '/accounts/new' })
        else if (id === toAll) void navigate({ to: '/accounts' })
        else if (id) void navigate({ to: page, params: { accountId: id }, search: partsToKeep })
      }}
    />
  )
}
