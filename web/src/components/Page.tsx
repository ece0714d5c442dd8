import { Group, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from '@/components/Page.module.css'
import { PrintedBrand } from '@/components/PrintedBrand'
import { PrintedLine } from '@/components/PrintedLine'
import { usePlace } from '@/lib/account'

export function Page({
  title,
  description,
  actions,
  isWide,
  printed = <PrintedLine />,
  children,
}: {
  title: string
  description?: ReactNode
  actions?: ReactNode
  /** Prints in landscape: its tables are wide. */
  isWide?: boolean
  /** The line below the title on paper. */
  printed?: ReactNode
  children: ReactNode
}) {
  useDocumentTitle(`${title} · ${usePlace().name ?? 'AmoCrmQualification'}`)
  return (
    <Stack gap="lg" className={isWide ? 'landscape' : undefined}>
      <PrintedBrand />
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={classes.title}>
          <Title order={1} size="h2">
            {title}
          </Title>
          {description && (
            <Text c="dimmed" size="sm" mt={4}>
              {description}
            </Text>
          )}
          {printed}
        </div>
        {actions && (
          <Group gap="xs" className="screen-only">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  )
}
