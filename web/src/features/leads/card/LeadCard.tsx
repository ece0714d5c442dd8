import { Group, SimpleGrid, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { AnchorLink } from '@/components/Links'
import { Page } from '@/components/Page'
import type { Lead } from '@/features/leads/types'
import { AttributionPanel } from '@/features/leads/card/AttributionPanel'
import { ContactPanel } from '@/features/leads/card/ContactPanel'
import { DealPanel } from '@/features/leads/card/DealPanel'
import { LeadActions } from '@/features/leads/card/LeadActions'
import { ReasonPanel } from '@/features/leads/card/ReasonPanel'
import { SalePanel } from '@/features/leads/card/SalePanel'
import { Timeline } from '@/features/leads/card/Timeline'
import { cardTexts } from '@/features/leads/card/texts'
import { leadTexts } from '@/features/leads/texts'
import { useLeadTitle } from '@/features/leads/use-lead-title'
import { useWayBack } from '@/features/leads/way-back'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

export function LeadCard({ lead }: { lead: Lead }) {
  const t = useTexts(cardTexts)
  const ofLead = useTexts(leadTexts)
  const format = useFormat()
  const list = useWayBack()
  const title = useLeadTitle(lead)
  return (
    <Stack gap="sm">
      <AnchorLink
        to="/a/$accountId/leads"
        params={{ accountId: lead.user_account_id }}
        search={list}
        size="sm"
        w="fit-content"
        className="screen-only"
      >
        <Group gap={4} component="span">
          <IconArrowLeft size={16} aria-hidden /> {t('backToList')}
        </Group>
      </AnchorLink>
      <Page
        title={title}
        description={`${ofLead(`source_${lead.source_type}`)} · ${format.time(lead.created_at)}`}
        actions={<LeadActions lead={lead} />}
      >
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          <Stack gap="md">
            <ReasonPanel lead={lead} />
            <Timeline lead={lead} />
          </Stack>
          <Stack gap="md">
            <DealPanel lead={lead} />
            <SalePanel lead={lead} />
            <AttributionPanel lead={lead} />
            <ContactPanel lead={lead} />
          </Stack>
        </SimpleGrid>
      </Page>
    </Stack>
  )
}
