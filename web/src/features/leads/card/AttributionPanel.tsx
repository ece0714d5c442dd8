import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { AnchorLink } from '@/components/Links'
import { whyOf } from '@/features/leads/attribution'
import { attributionTexts } from '@/features/leads/card/attribution-texts'
import { CorrectDialog } from '@/features/leads/card/CorrectDialog'
import { MarkList } from '@/features/leads/card/MarkList'
import { Fact, Facts, Panel } from '@/features/leads/card/Panel'
import { WhyCreative } from '@/features/leads/card/WhyCreative'
import type { Lead } from '@/features/leads/types'
import { creativesQuery } from '@/lib/creatives'
import { directionsQuery } from '@/lib/directions'
import { useMay } from '@/lib/session'
import { useTexts } from '@/lib/texts'

/** The creative of the lead, the reason, its marks, and a correction. */
export function AttributionPanel({ lead }: { lead: Lead }) {
  const t = useTexts(attributionTexts)
  const { data: directions } = useQuery(directionsQuery(lead.user_account_id))
  const direction = directions?.find(({ id }) => id === lead.direction_id)?.name
  const ad = lead.attribution.ad_id ?? lead.ad_id
  return (
    <Panel title={t('title')} aside={<Correct lead={lead} />}>
      <Facts>
        <Fact name={t('creative')}>
          <CreativeLink lead={lead} />
        </Fact>
        {direction && <Fact name={t('direction')}>{direction}</Fact>}
        {ad && <Fact name={t('ad')}>{ad}</Fact>}
      </Facts>
      <WhyCreative lead={lead} />
      <MarkList marks={lead.marks ?? []} />
    </Panel>
  )
}

function Correct({ lead }: { lead: Lead }) {
  const t = useTexts(attributionTexts)
  const [isOpen, { open, close }] = useDisclosure(false)
  const mayCorrect = useMay('work')
  if (!mayCorrect || whyOf(lead) === 'erased') return null
  return (
    <>
      <Button size="compact-sm" variant="default" className="screen-only" onClick={open}>
        {t(lead.creative_id ? 'notThis' : 'set')}
      </Button>
      {isOpen && <CorrectDialog lead={lead} close={close} />}
    </>
  )
}

function CreativeLink({ lead }: { lead: Lead }) {
  const t = useTexts(attributionTexts)
  const { data: creatives } = useQuery(creativesQuery(lead.user_account_id))
  if (!lead.creative_id)
    return (
      <Text inherit c="dimmed" span>
        {t(whyOf(lead) === 'personNone' ? 'nobody' : 'unknownCreative')}
      </Text>
    )
  return (
    <AnchorLink
      to="/a/$accountId/leads"
      params={{ accountId: lead.user_account_id }}
      search={{ creativeId: lead.creative_id, period: 'all' }}
      inherit
    >
      {creatives?.find(({ id }) => id === lead.creative_id)?.title ?? '…'}
    </AnchorLink>
  )
}
