import { Button, Paper, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Page } from '@/components/Page'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { useFormFaults } from '@/components/use-form-faults'
import { useChangePassword } from '@/features/people/api'
import { peopleTexts } from '@/features/people/texts'
import { useTexts } from '@/lib/texts'

export function PasswordPage() {
  const t = useTexts(peopleTexts)
  const change = useChangePassword()
  const form = useForm({ mode: 'uncontrolled', initialValues: { current_password: '', new_password: '' } })
  const errors = fieldErrors(change.error)
  const { form: checked, faults } = useFormFaults(() =>
    change.mutate(form.getValues(), {
      onSuccess: () => {
        form.reset()
        notifications.show({ color: 'green', message: t('passwordChanged') })
      },
    }),
  )
  return (
    <Page title={t('passwordTitle')}>
      <Paper withBorder p="lg" maw={440}>
        <form {...checked}>
          <Stack>
            <FormFailure error={change.error} told={errors} />
            <PasswordInput
              key={form.key('current_password')}
              label={t('currentPassword')}
              autoComplete="current-password"
              required
              name="current_password"
              {...form.getInputProps('current_password')}
              error={faults.current_password ?? errors.current_password}
            />
            <PasswordInput
              key={form.key('new_password')}
              label={t('newPassword')}
              description={t('passwordHint')}
              autoComplete="new-password"
              required
              minLength={10}
              name="new_password"
              {...form.getInputProps('new_password')}
              error={faults.new_password ?? errors.new_password}
            />
            <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
              {t('changePassword')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Page>
  )
}
