import { Alert, Button, Paper, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Page } from '@/components/Page'
import { fieldErrors } from '@/components/field-errors'
import { useChangePassword } from '@/features/people/api'
import { refusalSentence } from '@/features/people/refusals'
import { peopleTexts } from '@/features/people/texts'
import { useLanguage, useTexts } from '@/lib/texts'

export function PasswordPage() {
  const t = useTexts(peopleTexts)
  const language = useLanguage()
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
            {change.isError && (
              <Alert color="red" variant="light" role="alert">
                {refusalSentence(change.error, language, { unauthorized: 'wrongCurrentPassword' })}
              </Alert>
            )}
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
