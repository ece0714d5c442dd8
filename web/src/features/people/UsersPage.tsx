import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Page } from '@/components/Page'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { usersQuery } from '@/features/people/api'
import { InviteDialog } from '@/features/people/InviteDialog'
import { peopleTexts } from '@/features/people/texts'
import { UserTable } from '@/features/people/UserTable'
import { useMay } from '@/lib/session'
import { useTexts } from '@/lib/texts'

/** Users and their accounts. */
export function UsersPage() {
  const t = useTexts(peopleTexts)
  const mayAdminister = useMay('administer')
  const users = useQuery({ ...usersQuery, enabled: mayAdminister })
  const [isInviting, { open, close }] = useDisclosure(false)
  if (!mayAdminister) return <Empty title={t('onlyAdministrators')} />
  return (
    <Page
      title={t('usersTitle')}
      description={t('usersHint')}
      actions={
        <Button leftSection={<IconUserPlus size={18} />} onClick={open}>
          {t('invite')}
        </Button>
      }
    >
      <QueryView query={users}>{(all) => <UserTable users={all} />}</QueryView>
      <InviteDialog opened={isInviting} onClose={close} />
    </Page>
  )
}
