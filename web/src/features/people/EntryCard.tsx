import { Box, Container, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { LanguageSwitch, SchemeSwitch } from '@/components/Switches'

/** The layout of the pages before sign-in. */
export function EntryCard({
  title,
  hint,
  failure,
  children,
}: {
  title: string
  hint?: ReactNode
  failure?: ReactNode
  children: ReactNode
}) {
  useDocumentTitle(`${title} · AmoCrmQualification`)
  return (
    <Box component="main" mih="100dvh" p="md">
      <Group justify="flex-end" gap={4}>
        <LanguageSwitch />
        <SchemeSwitch />
      </Group>
      <Container size={440} px={0} pt={{ base: 24, sm: 72 }}>
        <Group gap="xs" justify="center" mb="lg">
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <Text fw={700} size="lg">
            AmoCrmQualification
          </Text>
        </Group>
        <Paper withBorder shadow="sm" p={{ base: 'md', sm: 'xl' }} radius="md">
          <Stack gap="md">
            <Title order={1} size="h3">
              {title}
            </Title>
            {hint && (
              <Text size="sm" c="dimmed">
                {hint}
              </Text>
            )}
            {failure}
            {children}
          </Stack>
        </Paper>
      </Container>
    </Box>
  )
}
