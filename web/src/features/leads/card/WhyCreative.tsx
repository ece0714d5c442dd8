import { Text } from '@mantine/core'
import { AnchorLink } from '@/components/Links'
import { markName, whyOf } from '@/features/leads/attribution'
import { attributionTexts } from '@/features/leads/card/attribution-texts'
import type { Lead } from '@/features/leads/types'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The rule and the evidence of the lead's creative, in words. */
export function WhyCreative({ lead }: { lead: Lead }) {
  const t = useTexts(attributionTexts)
  const format = useFormat()
  const { rule, ad_id, evidence, decided_at } = lead.attribution
  const why = whyOf(lead)
  return (
    <Text size="sm" mt="sm">
      {t(`why_${why}`, {
        mark: markName(evidence?.code ?? rule, lead.marks ?? []),
        value: evidence?.value ?? '',
        ad: ad_id ?? '',
        time: format.time(decided_at),
      })}{' '}
      {why === 'none' && (
        <AnchorLink
          to="/a/$accountId/sources"
          params={{ accountId: lead.user_account_id }}
          inherit
          underline="always"
        >
          {t('toSources')}
        </AnchorLink>
      )}
    </Text>
  )
}
