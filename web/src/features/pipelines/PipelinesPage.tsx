import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Page } from '@/components/Page'
import { QueryView } from '@/components/QueryView'
import { stagesQuery } from '@/features/pipelines/api'
import type { Mark } from '@/features/pipelines/types'
import { ImpactDialog } from '@/features/pipelines/ImpactDialog'
import { NewStages } from '@/features/pipelines/NewStages'
import { NoStages } from '@/features/pipelines/NoStages'
import { PipelineCard } from '@/features/pipelines/PipelineCard'
import { SyncState } from '@/features/pipelines/SyncState'
import { pipelineTexts } from '@/features/pipelines/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

export function PipelinesPage() {
  const t = useTexts(pipelineTexts)
  const account = useAccount()
  const query = useQuery(stagesQuery(account.id))
  const [asked, setAsked] = useState<Mark | null>(null)
  return (
    <Page title={t('title')} description={t('hint')}>
      <QueryView query={query} lines={12}>
        {(pipelines) =>
          pipelines.length === 0 ? (
            <NoStages />
          ) : (
            <Stack gap="md">
              <SyncState />
              <NewStages pipelines={pipelines} ask={setAsked} />
              {pipelines.map((pipeline) => (
                <PipelineCard key={pipeline.pipeline_id} pipeline={pipeline} ask={setAsked} />
              ))}
            </Stack>
          )
        }
      </QueryView>
      {asked && <ImpactDialog key={asked.stage.id} mark={asked} close={() => setAsked(null)} />}
    </Page>
  )
}
