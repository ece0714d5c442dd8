import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Mark } from '@/features/pipelines/types'
import { pipelineTexts } from '@/features/pipelines/texts'
import { translate } from '@/lib/texts'

/** The notification after a stage was flagged, with its effect and an undo. */
export function notifyMarked({
  stage,
  isQualified,
  recalculated,
  undo,
}: Mark & { recalculated: number; undo?: () => void }) {
  const said = translate(pipelineTexts, isQualified ? 'nowCounts' : 'noLongerCounts', {
    stage: stage.status_name,
  })
  const id = notifications.show({
    color: 'teal',
    autoClose: undo ? 12_000 : 4_000,
    message: (
      <Group justify="space-between" gap="xs">
        <Text size="sm" inherit>
          {said} {translate(pipelineTexts, 'recalculated', { count: recalculated })}
        </Text>
        {undo && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id)
              undo()
            }}
          >
            {translate(pipelineTexts, 'undo')}
          </Button>
        )}
      </Group>
    ),
  })
}
