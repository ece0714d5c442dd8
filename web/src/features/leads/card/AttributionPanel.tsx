import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { AnchorLink } from '@/components/Links'
import type { Lead } from '@/features/leads/types'
import { Fact, Facts, Panel } from '@/features/leads/card/Panel'
import { cardTexts } from '@/features/leads/card/texts'
import { leadTexts } from '@/features/leads/texts'
import { creativesQuery } from '@/lib/creatives'
import { directionsQuery } from '@/lib/directions'
import { useTexts } from '@/lib/texts'

const marks = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as const

/** The source of the lead: direction, creative, ad, UTM tags. */
export function AttributionPanel({ lead }: { lead: Lead }) {
  const t = useTexts(cardTexts)
  const ofLead = useTexts(leadTexts)
  const { data: directions } = useQuery(directionsQuery(lead.user_account_id))
  const direction = directions?.find(({ id }) => id === lead.direction_id)?.name
  const known = marks.filter((mark) => lead[mark])
  if (!lead.creative_id && !lead.direction_id && !lead.ad_id && known.length === 0)
    return (
      <Panel title={t('attribution')}>
        <Text size="sm" c="dimmed">
          {t('noAttribution')}
        </Text>
      </Panel>
    )
  return (
    <Panel title={t('attribution')}>
      <Facts>
        <Fact name={ofLead('direction')}>{direction ?? '—'}</Fact>
        <Fact name={ofLead('creative')}>
          <CreativeLink lead={lead} />
        </Fact>
        {lead.ad_id && <Fact name={t('ad')}>{lead.ad_id}</Fact>}
        {known.map((mark) => (
          <Fact key={mark} name={mark}>
            {lead[mark]}
          </Fact>
        ))}
      </Facts>
    </Panel>
  )
}

function CreativeLink({ lead }: { lead: Lead }) {
  const t = useTexts(cardTexts)
  const { data: creatives } = useQuery(creativesQuery(lead.user_account_id))
  if (!lead.creative_id) return <>{t(lead.ad_id ? 'noCreativeOfAd' : 'noCreativeYet')}</>
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
