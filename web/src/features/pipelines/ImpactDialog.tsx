import { Button, Group, Modal, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { commonTexts } from '@/components/texts'
import { impactQuery, useMarkStage } from '@/features/pipelines/api'
import type { Mark } from '@/features/pipelines/types'
import { ImpactView } from '@/features/pipelines/ImpactView'
import { pipelineTexts } from '@/features/pipelines/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Previews the effect of flagging a stage. */
export function ImpactDialog({ mark: asked, close }: { mark: Mark; close: () => void }) {
  const t = useTexts(pipelineTexts)
  const common = useTexts(commonTexts)
  const { id } = useAccount()
  const query = useQuery(impactQuery(id, asked))
  const mark = useMarkStage(id)
  const values = { stage: asked.stage.status_name }
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t(asked.isQualified ? 'confirmCount' : 'confirmNotCount', values)}
    >
      <Stack gap="md">
        <QueryView query={query} lines={4}>
          {(impact) => <ImpactView impact={impact} />}
        </QueryView>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close}>
            {common('cancel')}
          </Button>
          <Button
            data-autofocus
            loading={mark.isPending}
            disabled={query.isPending}
            onClick={() => mark.mutate(asked, { onSuccess: close })}
          >
            {t(asked.isQualified ? 'doCount' : 'doNotCount')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
