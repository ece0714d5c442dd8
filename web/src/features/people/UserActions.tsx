import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconEdit, IconLink, IconTrash, type TablerIcon } from '@tabler/icons-react'
import { useState } from 'react'
import { type Invited, type User, useRenewInvitation } from '@/features/people/api'
import { InvitationLink } from '@/features/people/InvitationLink'
import { RemoveDialog } from '@/features/people/RemoveDialog'
import { RightsDialog } from '@/features/people/RightsDialog'
import { peopleTexts } from '@/features/people/texts'
import { useTexts } from '@/lib/texts'

/** An administrator's actions on a user. */
export function UserActions({ user }: { user: User }) {
  const t = useTexts(peopleTexts)
  const [open, setOpen] = useState<'rights' | 'removal'>()
  const [link, setLink] = useState<Invited>()
  const renew = useRenewInvitation(user.id)
  const { email } = user
  const close = () => setOpen(undefined)
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <Action label={t('edit', { email })} icon={IconEdit} onClick={() => setOpen('rights')} />
      <Action
        label={t('renew', { email })}
        icon={IconLink}
        isLoading={renew.isPending}
        onClick={() => renew.mutate(undefined, { onSuccess: setLink })}
      />
      <Action
        label={t('remove', { email })}
        icon={IconTrash}
        color="red"
        onClick={() => setOpen('removal')}
      />
      <RightsDialog user={user} opened={open === 'rights'} onClose={close} />
      <RemoveDialog user={user} opened={open === 'removal'} onClose={close} />
      <InvitationLink invited={link} onClose={() => setLink(undefined)} />
    </Group>
  )
}

function Action({
  label,
  icon: Icon,
  color = 'gray',
  isLoading,
  onClick,
}: {
  label: string
  icon: TablerIcon
  color?: string
  isLoading?: boolean
  onClick: () => void
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color={color} aria-label={label} loading={isLoading} onClick={onClick}>
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  )
}
