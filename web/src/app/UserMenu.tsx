import { ActionIcon, Menu } from '@mantine/core'
import { IconArchive, IconLock, IconLogout, IconUser, IconUsers } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { appTexts } from '@/app/texts'
import { Allowed } from '@/components/Allowed'
import { api, read } from '@/lib/api-client'
import { sessionQuery } from '@/lib/session'
import { useTexts } from '@/lib/texts'

export function UserMenu() {
  const t = useTexts(appTexts)
  const { data: session } = useQuery(sessionQuery)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const signOut = useMutation({
    mutationFn: () => read(api.DELETE('/api/session')),
    onSuccess: async () => {
      queryClient.clear()
      await navigate({ to: '/sign-in' })
    },
  })
  if (!session) return null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('userMenu')}>
          <IconUser size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.email}</Menu.Label>
        <Allowed to="administer">
          <Menu.Item component={Link} to="/users" leftSection={<IconUsers size={16} />}>
            {t('users')}
          </Menu.Item>
        </Allowed>
        <Allowed to="administer">
          <Menu.Item component={Link} to="/accounts/archive" leftSection={<IconArchive size={16} />}>
            {t('archivedAccounts')}
          </Menu.Item>
        </Allowed>
        <Menu.Item component={Link} to="/password" leftSection={<IconLock size={16} />}>
          {t('changePassword')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
