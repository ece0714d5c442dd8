import { Card, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { AnchorLink } from '@/components/Links'
import { LongCards } from '@/components/long-list/LongCards'
import type { Lead } from '@/features/leads/types'
import { LeadStage, QualifiedMark } from '@/features/leads/LeadMarks'
import { LeadName, LeadPhone } from '@/features/leads/LeadName'
import { leadTexts } from '@/features/leads/texts'
import { useListAsState } from '@/features/leads/way-back'
import { useFormat } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { useTexts } from '@/lib/texts'

/** The list as cards, for a narrow screen. */
export function LeadCards({ leads }: { leads: readonly Lead[] }) {
  return (
    <LongCards
      name="leads"
      items={leads}
      keyOf={({ id }) => id}
      height={121}
      gap={10}
      card={(lead, props) => (
        <li {...props}>
          <LeadCard lead={lead} />
        </li>
      )}
    />
  )
}

function LeadCard({ lead }: { lead: Lead }) {
  const t = useTexts(leadTexts)
  const format = useFormat()
  const list = useListAsState()
  const { data: creatives } = useQuery(creativesQuery(lead.user_account_id))
  const creative = creatives?.find(({ id }) => id === lead.creative_id)?.title
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <AnchorLink
            to="/a/$accountId/leads/$leadId"
            params={{ accountId: lead.user_account_id, leadId: lead.id }}
            state={list}
            fw={600}
          >
            <LeadName lead={lead} />
          </AnchorLink>
          <LeadPhone lead={lead} />
        </div>
        <Text size="xs" c="dimmed" ta="right">
          {format.time(lead.created_at)}
        </Text>
      </Group>
      <Group gap="xs" mt="xs">
        <LeadStage lead={lead} />
        <Group gap={4}>
          <Text size="sm">{t('qualified')}:</Text>
          <QualifiedMark lead={lead} />
        </Group>
      </Group>
      <Text size="xs" c="dimmed" mt={6} truncate>
        {[t(`source_${lead.source_type}`), creative].filter(Boolean).join(' · ')}
      </Text>
    </Card>
  )
}
