import { Group, Kbd, Radio, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { AnchorLink } from '@/components/Links'
import type { Candidate } from '@/features/matches/api'
import classes from '@/features/matches/Candidate.module.css'
import { nobody } from '@/features/matches/choice'
import { matchTexts } from '@/features/matches/texts'
import { useAccount, useFormat } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { useTexts } from '@/lib/texts'

export function CandidateCard({ candidate, number }: { candidate: Candidate; number: number }) {
  const t = useTexts(matchTexts)
  const format = useFormat()
  const { id } = useAccount()
  const { data: creatives } = useQuery(creativesQuery(id))
  const creative = creatives?.find((known) => known.id === candidate.creative_id)?.title
  const name = candidate.name ?? t('nameless')
  return (
    <Stack gap={4}>
      <Radio.Card value={candidate.id} radius="md" p="sm" className={classes.card}>
        <Choice digit={number <= 9 ? `${number}` : undefined} title={name}>
          {candidate.phone && <Text size="sm">{candidate.phone}</Text>}
          <Text size="sm">{creative ?? t('withoutCreative')}</Text>
          <Text size="xs" c="dimmed">
            {t(`source_${candidate.source_type}`)} ·{' '}
            {t('created', { time: format.time(candidate.created_at) })}
          </Text>
        </Choice>
      </Radio.Card>
      <AnchorLink
        to="/a/$accountId/leads/$leadId"
        params={{ accountId: id, leadId: candidate.id }}
        size="xs"
        w="fit-content"
        aria-label={t('openLeadOf', { name })}
      >
        {t('openLead')}
      </AnchorLink>
    </Stack>
  )
}

export function NobodyCard() {
  const t = useTexts(matchTexts)
  return (
    <Radio.Card value={nobody} radius="md" p="sm" className={classes.card}>
      <Choice digit="0" title={t('nobody')}>
        <Text size="xs" c="dimmed">
          {t('nobodyHint')}
        </Text>
      </Choice>
    </Radio.Card>
  )
}

function Choice({ digit, title, children }: { digit?: string; title: string; children: React.ReactNode }) {
  return (
    <Group wrap="nowrap" align="flex-start" gap="sm">
      <Radio.Indicator mt={2} />
      <div className={classes.text}>
        <Text fw={600}>{title}</Text>
        {children}
      </div>
      {digit && (
        <Kbd visibleFrom="sm" aria-hidden>
          {digit}
        </Kbd>
      )}
    </Group>
  )
}
