import { Alert, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { AnchorLink } from '@/components/Links'
import { historyQuery } from '@/features/leads/api'
import type { Lead } from '@/features/leads/types'
import { firstQualified, reasonOf } from '@/features/leads/metrics'
import { cardTexts } from '@/features/leads/card/texts'
import { leadTexts } from '@/features/leads/texts'
import { useFormat } from '@/lib/account'
import { useStages } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

/** The reason of the lead's qualification in one sentence. */
export function ReasonPanel({ lead }: { lead: Lead }) {
  const t = useTexts(cardTexts)
  const ofLead = useTexts(leadTexts)
  const format = useFormat()
  const stageOf = useStages(lead.user_account_id)
  const { data: history } = useQuery(historyQuery(lead.user_account_id, lead.id))
  if (!history) return null

  const current = stageOf(lead.current_pipeline_id, lead.current_status_id)
  const first = firstQualified(history)
  const firstName = first && (first.to_status_name ?? ofLead('unknownStage', { id: first.to_status_id }))
  const isGood = lead.is_qualified && !lead.is_deleted
  return (
    <Alert
      color={isGood ? 'teal' : 'gray'}
      variant="light"
      icon={isGood ? <IconCircleCheck /> : <IconCircleDashed />}
      title={t('reason')}
    >
      <Text size="sm">
        {t(`reason_${reasonOf(lead, history, current !== undefined)}`, {
          stage: current?.status_name ?? ofLead('unknownStage', { id: lead.current_status_id ?? '' }),
          since: format.time(lead.first_qualified_at),
          first: firstName ?? '',
        })}{' '}
        <AnchorLink
          to="/a/$accountId/pipelines"
          params={{ accountId: lead.user_account_id }}
          inherit
          underline="always"
        >
          {t('toStages')}
        </AnchorLink>
      </Text>
    </Alert>
  )
}
