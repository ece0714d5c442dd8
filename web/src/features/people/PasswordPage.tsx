import { Button, Paper, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Page } from '@/components/Page'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { useChangePassword } from '@/features/people/api'
import { peopleTexts } from '@/features/people/texts'
import { useTexts } from '@/lib/texts'

export function PasswordPage() {
  const t = useTexts(peopleTexts)
  const change = useChangePassword()
  const form = useForm({ mode: 'uncontrolled', initialValues: { current_password: '', new_password: '' } })
  const errors = fieldErrors(change.error)
  return (
    <Page title={t('passwordTitle')}>
      <Paper withBorder p="lg" maw={440}>
        <form
          onSubmit={form.onSubmit((values) =>
            change.mutate(values, {
              onSuccess: () => {
                form.reset()
                notifications.show({ color: 'green', message: t('passwordChanged') })
              },
            }),
          )}
        >
          <Stack>
            <FormFailure error={change.error} told={errors} />
            <PasswordInput
              key={form.key('current_password')}
              label={t('currentPassword')}
              autoComplete="current-password"
              required
              {...form.getInputProps('current_password')}
              error={errors.current_password}
            />
            <PasswordInput
              key={form.key('new_password')}
              label={t('newPassword')}
              description={t('passwordHint')}
              autoComplete="new-password"
              required
              minLength={10}
              {...form.getInputProps('new_password')}
              error={errors.new_password}
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
