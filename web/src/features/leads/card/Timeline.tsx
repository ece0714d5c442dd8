import { Badge, Text, Timeline as Line, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryView } from '@/components/QueryView'
import { historyQuery } from '@/features/leads/api'
import type { Lead } from '@/features/leads/types'
import { Panel } from '@/features/leads/card/Panel'
import { TimelineStep } from '@/features/leads/card/TimelineStep'
import { stepsOf } from '@/features/leads/metrics'
import { cardTexts } from '@/features/leads/card/texts'
import { useStages } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

/** The stage history, latest first; it follows amoCRM while the card is open. */
export function Timeline({ lead }: { lead: Lead }) {
  const t = useTexts(cardTexts)
  const stageOf = useStages(lead.user_account_id)
  const query = useQuery(historyQuery(lead.user_account_id, lead.id))
  const latest = query.data?.at(-1)
  const news = useNews(latest && { id: latest.id, text: latest.to_status_name ?? `${latest.to_status_id}` })
  return (
    <Panel
      title={t('timeline')}
      aside={
        <Badge className="screen-only" variant="dot" color="teal" tt="none" fw={500}>
          {t('live')}
        </Badge>
      }
    >
      <VisuallyHidden role="status">{news && t('movedTo', { stage: news })}</VisuallyHidden>
      <QueryView query={query} lines={4}>
        {(history) =>
          history.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noHistory')}. {t('noHistoryHint')}
            </Text>
          ) : (
            <Line bulletSize={18} lineWidth={2} active={-1} role="list" aria-label={t('timeline')}>
              {stepsOf(history, new Date(query.dataUpdatedAt)).map((step) => (
                <TimelineStep
                  key={step.row.id}
                  step={step}
                  stage={stageOf(step.row.to_pipeline_id, step.row.to_status_id)}
                />
              ))}
            </Line>
          )
        }
      </QueryView>
    </Panel>
  )
}

/** The announcement for screen readers when the deal moves. */
function useNews(latest: { id: string; text: string } | undefined) {
  const [seen, setSeen] = useState<{ id?: string; news?: string }>({})
  if (latest && seen.id !== latest.id) setSeen({ id: latest.id, news: seen.id && latest.text })
  return seen.news
}
