import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { HowLink } from '@/components/HowLink'
import type { Term } from '@/components/terms'

/** A titled section, with a link to the explanation of what it shows. */
export function Section({
  title,
  hint,
  term,
  aside,
  children,
}: {
  title: string
  hint?: ReactNode
  term?: Term
  aside?: ReactNode
  children?: ReactNode
}) {
  const id = useId()
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby={id}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <div>
            <Group gap={4}>
              <Title order={2} size="h4" id={id}>
                {title}
              </Title>
              {term && <HowLink term={term} about={title} />}
            </Group>
            {hint && (
              <Text size="sm" c="dimmed" mt={4} maw={640}>
                {hint}
              </Text>
            )}
          </div>
          {aside}
        </Group>
        {children}
      </Stack>
    </Paper>
  )
}
