import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSearch } from '@tanstack/react-router'
import { FormFailure } from '@/components/FormFailure'
import { useSignIn } from '@/features/people/api'
import { EntryCard } from '@/features/people/EntryCard'
import { peopleTexts } from '@/features/people/texts'
import { useTexts } from '@/lib/texts'

export function SignInPage() {
  const t = useTexts(peopleTexts)
  const { next } = useSearch({ from: '/sign-in' })
  const signIn = useSignIn(next)
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } })
  return (
    <EntryCard title={t('signInTitle')} failure={<FormFailure error={signIn.error} />}>
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            data-autofocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
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
