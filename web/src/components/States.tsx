import { Alert, Button, Center, Loader, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { IconAlertTriangle, IconMoodEmpty } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { problemSentence } from '@/components/problem-sentence'
import { mayPass } from '@/lib/problem'
import { commonTexts } from '@/components/texts'
import { useTexts } from '@/lib/texts'

export function Loading({ lines = 6 }: { lines?: number }) {
  const t = useTexts(commonTexts)
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, i) => (
        <Skeleton key={i} height={i === 0 ? 36 : 22} radius="sm" />
      ))}
    </Stack>
  )
}

export function LoadingScreen() {
  const t = useTexts(commonTexts)
  return (
    <Center h="100dvh" role="status" aria-label={t('loading')}>
      <Loader />
    </Center>
  )
}

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTexts(commonTexts)
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={t('failed')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{problemSentence(error)}</Text>
        {retry && mayPass(error) && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

/** An empty state with the next action. */
export function Empty({ title, hint, action }: { title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <Center py={48}>
      <Stack align="center" gap="sm" maw={460}>
        <ThemeIcon size={52} radius="xl" variant="light" color="gray">
          <IconMoodEmpty size={28} />
        </ThemeIcon>
        <Title order={2} size="h4" ta="center">
          {title}
        </Title>
        {hint && (
          <Text c="dimmed" ta="center" size="sm">
            {hint}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  )
}
