import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Navigate } from '@tanstack/react-router'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { useSetup } from '@/features/people/api'
import { EntryCard } from '@/features/people/EntryCard'
import { peopleTexts } from '@/features/people/texts'
import { isRefusedFor } from '@/lib/problem'
import { useTexts } from '@/lib/texts'

/** The first start: whoever has the operator's key becomes the first administrator. */
export function SetupPage() {
  const t = useTexts(peopleTexts)
  const setup = useSetup()
  const form = useForm({ mode: 'uncontrolled', initialValues: { admin_key: '', email: '', password: '' } })
  if (isRefusedFor(setup.error, 'users_exist')) return <Navigate to="/sign-in" />
  const errors = fieldErrors(setup.error)
  return (
    <EntryCard
      title={t('setupTitle')}
      hint={t('setupHint')}
      failure={<FormFailure error={setup.error} told={errors} />}
    >
      <form
        onSubmit={form.onSubmit((values) => setup.mutate({ ...values, admin_key: values.admin_key.trim() }))}
      >
        <Stack>
          <PasswordInput
            label={t('adminKey')}
            autoComplete="off"
            required
            {...form.getInputProps('admin_key')}
            error={errors.admin_key}
          />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
            error={errors.email}
          />
          <PasswordInput
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="new-password"
            required
            minLength={10}
            {...form.getInputProps('password')}
            error={errors.password}
          />
          <Button type="submit" loading={setup.isPending} fullWidth>
            {t('create')}
          </Button>
        </Stack>
      </form>
    </EntryCard>
  )
}
