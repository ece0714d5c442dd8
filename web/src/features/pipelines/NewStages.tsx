import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { Allowed } from '@/components/Allowed'
import { StageBadge } from '@/components/StageBadge'
import { useMarkStage } from '@/features/pipelines/api'
import type { Mark, Pipeline } from '@/features/pipelines/types'
import { openQuestions } from '@/features/pipelines/metrics'
import { pipelineTexts } from '@/features/pipelines/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** New stages, each with a decision to make. */
export function NewStages({ pipelines, ask }: { pipelines: readonly Pipeline[]; ask: (mark: Mark) => void }) {
  const t = useTexts(pipelineTexts)
  const { id } = useAccount()
  const mark = useMarkStage(id)
  const questions = openQuestions(pipelines)
  if (questions.length === 0) return null
  return (
    <Alert color="yellow" variant="light" icon={<IconSparkles />} title={t('questions')}>
      <Stack gap="sm">
        <Text size="sm">{t('questionsHint')}</Text>
        {questions.map(({ pipeline, stage }) => (
          <Group key={stage.id} justify="space-between" gap="xs">
            <Group gap="xs">
              <StageBadge name={stage.status_name} color={stage.status_color} />
              <Text size="sm">{t('ofPipeline', { pipeline: pipeline.pipeline_name })}</Text>
            </Group>
            <Allowed to="work">
              <Group gap="xs">
                <Button
                  size="xs"
                  aria-label={t('doCountStage', { stage: stage.status_name })}
                  onClick={() => ask({ stage, isQualified: true })}
                >
                  {t('doCount')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('doNotCountStage', { stage: stage.status_name })}
                  loading={mark.isPending && mark.variables.stage.id === stage.id}
                  onClick={() => mark.mutate({ stage, isQualified: false })}
                >
                  {t('doNotCount')}
                </Button>
              </Group>
            </Allowed>
          </Group>
        ))}
      </Stack>
    </Alert>
  )
}
