import { Card, Group, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import type { Mark, Pipeline } from '@/features/pipelines/types'
import { tallyOf } from '@/features/pipelines/metrics'
import { StageRow } from '@/features/pipelines/StageRow'
import { pipelineTexts } from '@/features/pipelines/texts'
import { useTexts } from '@/lib/texts'

export function PipelineCard({ pipeline, ask }: { pipeline: Pipeline; ask: (mark: Mark) => void }) {
  const t = useTexts(pipelineTexts)
  const id = useId()
  return (
    <Card withBorder padding="md" component="section" aria-labelledby={id}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2} size="h4" id={id}>
          {pipeline.pipeline_name}
        </Title>
        <Text size="sm" c="dimmed">
          {t('tally', tallyOf(pipeline))}
        </Text>
      </Group>
      <Table verticalSpacing={6} horizontalSpacing="xs" highlightOnHover aria-labelledby={id}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={{ base: 40, xs: 110 }}>
              <Text span inherit visibleFrom="xs">
                {t('counts')}
              </Text>
              <VisuallyHidden hiddenFrom="xs">{t('counts')}</VisuallyHidden>
            </Table.Th>
            <Table.Th scope="col">{t('stage')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('leadsNow')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pipeline.stages.map((stage) => (
            <StageRow key={stage.id} pipeline={pipeline} stage={stage} ask={ask} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  )
}
