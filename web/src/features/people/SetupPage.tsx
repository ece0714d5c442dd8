import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Navigate } from '@tanstack/react-router'
import { fieldErrors } from '@/components/field-errors'
import { useSetup } from '@/features/people/api'
import { EntryCard } from '@/features/people/EntryCard'
import { refusalSentence } from '@/features/people/refusals'
import { peopleTexts } from '@/features/people/texts'
import { ApiError } from '@/lib/problem'
import { useLanguage, useTexts } from '@/lib/texts'

/** The first start: whoever has the operator's key becomes the first administrator. */
export function SetupPage() {
  const t = useTexts(peopleTexts)
  const language = useLanguage()
  const setup = useSetup()
  const form = useForm({ mode: 'uncontrolled', initialValues: { admin_key: '', email: '', password: '' } })
  if (setup.error instanceof ApiError && setup.error.code === 'conflict') return <Navigate to="/sign-in" />
  const errors = fieldErrors(setup.error)
  return (
    <EntryCard
      title={t('setupTitle')}
      hint={t('setupHint')}
      failure={
        setup.isError ? refusalSentence(setup.error, language, { unauthorized: 'wrongKey' }) : undefined
      }
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
