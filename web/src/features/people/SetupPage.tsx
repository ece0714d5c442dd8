import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Navigate } from '@tanstack/react-router'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { useFormFaults } from '@/components/use-form-faults'
import { useSetup } from '@/features/people/api'
import { EntryCard } from '@/features/people/EntryCard'
import { peopleTexts } from '@/features/people/texts'
import { isRefusedFor } from '@/lib/problem'
import { useTexts } from '@/lib/texts'

/** The first start: creates the first administrator with the operator's key. */
export function SetupPage() {
  const t = useTexts(peopleTexts)
  const setup = useSetup()
  const form = useForm({ mode: 'uncontrolled', initialValues: { admin_key: '', email: '', password: '' } })
  const { form: checked, faults } = useFormFaults(() => {
    const { admin_key, ...rest } = form.getValues()
    setup.mutate({ admin_key: admin_key.trim(), ...rest })
  })
  if (isRefusedFor(setup.error, 'users_exist')) return <Navigate to="/sign-in" />
  const errors = fieldErrors(setup.error)
  return (
    <EntryCard
      title={t('setupTitle')}
      hint={t('setupHint')}
      failure={<FormFailure error={setup.error} told={errors} />}
    >
      <form {...checked}>
        <Stack>
          <PasswordInput
            label={t('adminKey')}
            autoComplete="off"
            required
            name="admin_key"
            {...form.getInputProps('admin_key')}
            error={faults.admin_key ?? errors.admin_key}
          />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            name="email"
            {...form.getInputProps('email')}
            error={faults.email ?? errors.email}
          />
          <PasswordInput
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="new-password"
            required
            minLength={10}
            name="password"
            {...form.getInputProps('password')}
            error={faults.password ?? errors.password}
          />
          <Button type="submit" loading={setup.isPending} fullWidth>
            {t('create')}
          </Button>
        </Stack>
      </form>
    </EntryCard>
  )
}
