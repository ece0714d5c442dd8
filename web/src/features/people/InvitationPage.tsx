import { Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ButtonLink } from '@/components/Links'
import { LoadingScreen } from '@/components/States'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { useFormFaults } from '@/components/use-form-faults'
import { invitationQuery, useAcceptInvitation } from '@/features/people/api'
import { EntryCard } from '@/features/people/EntryCard'
import { peopleTexts } from '@/features/people/texts'
import { useTexts } from '@/lib/texts'

/** Sets a password by an invitation link; also resets a forgotten one. */
export function InvitationPage() {
  const t = useTexts(peopleTexts)
  const { token } = useParams({ from: '/invitation/$token' })
  const invitation = useQuery(invitationQuery(token))
  if (invitation.isPending) return <LoadingScreen />
  if (invitation.isError)
    return (
      <EntryCard title={t('invitationGone')} hint={t('invitationGoneHint')}>
        <ButtonLink to="/sign-in" variant="default">
          {t('signIn')}
        </ButtonLink>
      </EntryCard>
    )
  return <Accept token={token} email={invitation.data.email} />
}

function Accept({ token, email }: { token: string; email: string }) {
  const t = useTexts(peopleTexts)
  const accept = useAcceptInvitation(token)
  const errors = fieldErrors(accept.error)
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' } })
  const { form: checked, faults } = useFormFaults(() => accept.mutate(form.getValues().password))
  return (
    <EntryCard
      title={t('invitationTitle')}
      hint={t('invitationHint', { email })}
      failure={<FormFailure error={accept.error} told={errors} />}
    >
      <form {...checked}>
        <Stack>
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            label={t('newPassword')}
            description={t('passwordHint')}
            autoComplete="new-password"
            required
            minLength={10}
            name="password"
            {...form.getInputProps('password')}
            error={faults.password ?? errors.password}
          />
          <Button type="submit" loading={accept.isPending} fullWidth>
            {t('accept')}
          </Button>
        </Stack>
      </form>
    </EntryCard>
  )
}
