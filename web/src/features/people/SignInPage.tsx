import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSearch } from '@tanstack/react-router'
import { FormFailure } from '@/components/FormFailure'
import { useFormFaults } from '@/components/use-form-faults'
import { useSignIn } from '@/features/people/api'
import { EntryCard } from '@/features/people/EntryCard'
import { peopleTexts } from '@/features/people/texts'
import { useTexts } from '@/lib/texts'

export function SignInPage() {
  const t = useTexts(peopleTexts)
  const { next } = useSearch({ from: '/sign-in' })
  const signIn = useSignIn(next)
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } })
  const { form: checked, faults } = useFormFaults(() => signIn.mutate(form.getValues()))
  return (
    <EntryCard title={t('signInTitle')} failure={<FormFailure error={signIn.error} />}>
      <form {...checked}>
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            data-autofocus
            name="email"
            {...form.getInputProps('email')}
            error={faults.email}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            name="password"
            {...form.getInputProps('password')}
            error={faults.password}
          />
          <Button type="submit" loading={signIn.isPending} fullWidth>
            {t('signIn')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('forgotten')}
          </Text>
        </Stack>
      </form>
    </EntryCard>
  )
}
