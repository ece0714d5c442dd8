import { Group, Paper, Stack, Text } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { SectionTitle } from '@/components/SectionTitle'
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
            <SectionTitle id={id} title={title} term={term} />
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
