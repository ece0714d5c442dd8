import { Button, Container, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { useFormFaults } from '@/components/use-form-faults'
import { openLink } from '@/features/shared/api'
import { sharedTexts } from '@/features/shared/texts'
import { useTexts } from '@/lib/texts'

/** Asks for the password of a link. */
export function PasswordForm({ token, enter }: { token: string; enter: (key: string) => void }) {
  const t = useTexts(sharedTexts)
  const [password, setPassword] = useState('')
  const open = useMutation({
    mutationFn: () => openLink(token, password),
    onSuccess: ({ key }) => enter(key),
    meta: { saysItsErrors: true },
  })
  const { form, faults } = useFormFaults(() => open.mutate())
  return (
    <Container size={440} py={80} component="main">
      <Paper withBorder p="xl" radius="md">
        <form {...form}>
          <Stack>
            <Title order={1} size="h3">
              {t('passwordTitle')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('passwordHint')}
            </Text>
            <FormFailure error={open.error} />
            <PasswordInput
              name="password"
              label={t('password')}
              required
              autoComplete="off"
              value={password}
              error={faults.password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={open.isPending}>
              {t('open')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Container>
  )
}
