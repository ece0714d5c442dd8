import { Anchor, Group, Text, Title } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import type { Match } from '@/features/matches/api'
import { matchTexts } from '@/features/matches/texts'
import { useAccount, useFormat } from '@/lib/account'
import { readablePhone } from '@/lib/phone'
import { useTexts } from '@/lib/texts'

export function MatchHead({ match, titleId }: { match: Match; titleId: string }) {
  const t = useTexts(matchTexts)
  const format = useFormat()
  const { amocrm_domain } = useAccount()
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4" id={titleId}>
          {t('deal', { id: match.amocrm_lead_id })}
        </Title>
        {amocrm_domain && (
          <Anchor
            href={`https://${amocrm_domain}/leads/detail/${match.amocrm_lead_id}`}
            target="_blank"
            rel="noreferrer"
            size="sm"
          >
            {t('openDeal')} <IconExternalLink size={13} aria-hidden />
          </Anchor>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {match.phone ? `${t('phone')}: ${readablePhone(match.phone)}` : t('noPhone')} ·{' '}
        {t('seen', { time: format.time(match.created_at) })}
      </Text>
    </>
  )
}
