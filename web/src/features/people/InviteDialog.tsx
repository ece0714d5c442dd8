import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { useFormFaults } from '@/components/use-form-faults'
import { type Invited, type Rights, useInvite } from '@/features/people/api'
import { InvitationLink } from '@/features/people/InvitationLink'
import { RightsFields } from '@/features/people/RightsFields'
import { peopleTexts } from '@/features/people/texts'
import { useTexts } from '@/lib/texts'

const nobody: Rights = { role: 'member', account_ids: [], hide_contacts: false }

export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(peopleTexts)
  const [email, setEmail] = useState('')
  const [rights, setRights] = useState(nobody)
  const [link, setLink] = useState<Invited>()
  const invite = useInvite()
  const errors = fieldErrors(invite.error)
  const close = () => {
    setEmail('')
    setRights(nobody)
    invite.reset()
    onClose()
  }
  const { form, faults } = useFormFaults(() =>
    invite.mutate(
      { email: email.trim(), ...rights },
      {
        onSuccess: (invited) => {
          setLink(invited)
          close()
        },
      },
    ),
  )
  return (
    <>
      <Modal opened={opened} onClose={close} title={t('inviteTitle')}>
        <form {...form}>
          <Stack>
            <FormFailure error={invite.error} told={errors} />
            <TextInput
              name="email"
              label={t('email')}
              type="email"
              required
              data-autofocus
              value={email}
              error={faults.email ?? errors.email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <RightsFields rights={rights} onChange={setRights} />
            <Button type="submit" loading={invite.isPending}>
              {t('invite')}
            </Button>
          </Stack>
        </form>
      </Modal>
      <InvitationLink invited={link} onClose={() => setLink(undefined)} />
    </>
  )
}
