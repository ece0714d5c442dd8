import { Badge, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { StageBadge } from '@/components/StageBadge'
import type { Lead } from '@/features/leads/types'
import { qualifiedIn } from '@/features/leads/qualified-in'
import { leadTexts } from '@/features/leads/texts'
import { useLeadList } from '@/features/leads/use-lead-list'
import { useAccount, useFormat } from '@/lib/account'
import { useStages } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

/** The lead's current stage, or its push state. */
export function LeadStage({ lead }: { lead: Lead }) {
  const t = useTexts(leadTexts)
  const stageOf = useStages(lead.user_account_id)
  if (lead.is_deleted)
    return (
      <Badge color="gray" variant="outline" tt="none" radius="sm">
        {t('dealDeleted')}
      </Badge>
    )
  if (lead.current_status_id !== null) {
    const stage = stageOf(lead.current_pipeline_id, lead.current_status_id)
    return (
      <StageBadge
        name={stage?.status_name ?? t('unknownStage', { id: lead.current_status_id })}
        color={stage?.status_color}
      />
    )
  }
  if (lead.amocrm_push === 'failed')
    return (
      <Badge color="red" variant="light" tt="none" radius="sm">
        {t('pushFailed')}
      </Badge>
    )
  if (lead.amocrm_push === 'pending') return <Dimmed>{t('pushPending')}</Dimmed>
  return <Dimmed>{t(lead.amocrm_lead_id === null ? 'noDealYet' : 'stageSoon')}</Dimmed>
}

const Dimmed = ({ children }: { children: string }) => (
  <Text size="sm" c="dimmed" span>
    {children}
  </Text>
)

/** The lead's qualification in the mode of the filter, with its date. */
export function QualifiedMark({ lead }: { lead: Lead }) {
  const t = useTexts(leadTexts)
  const format = useFormat()
  const { filter, list } = useLeadList()
  const { horizon_days } = useAccount()
  const days = filter.mode === 'judged' ? horizon_days : filter.days
  const answer = qualifiedIn(lead, { mode: filter.mode, days }, list.isQualified)
  if (!answer.is) return <Dimmed>{t(answer.text)}</Dimmed>
  const text = t(answer.text)
  return (
    <Group gap={4} wrap="nowrap" component="span">
      <IconCheck size={16} color="var(--mantine-color-teal-text)" aria-hidden />
      <Text size="sm" fw={600} c="teal" span>
        {answer.since ? `${text}, ${format.shortDay(answer.since)}` : text}
      </Text>
    </Group>
  )
}
