import { Alert, Anchor, Button, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconExternalLink } from '@tabler/icons-react'
import { Allowed } from '@/components/Allowed'
import { usePushLead } from '@/features/leads/api'
import type { Lead } from '@/features/leads/types'
import { Fact, Facts, Panel } from '@/features/leads/card/Panel'
import { LeadStage } from '@/features/leads/LeadMarks'
import { cardTexts } from '@/features/leads/card/texts'
import { leadTexts } from '@/features/leads/texts'
import { useAccount } from '@/lib/account'
import { useStages } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

/** The lead's deal in amoCRM, or its push state. */
export function DealPanel({ lead }: { lead: Lead }) {
  const t = useTexts(cardTexts)
  const { amocrm_domain } = useAccount()
  const stage = useStages(lead.user_account_id)(lead.current_pipeline_id, lead.current_status_id)
  return (
    <Panel title={t('deal')}>
      {lead.amocrm_lead_id === null ? (
        <WithoutDeal lead={lead} />
      ) : (
        <Facts>
          <Fact name={t('dealName')}>
            <AmoLink domain={amocrm_domain} path={`leads/detail/${lead.amocrm_lead_id}`}>
              {t('dealNumber', { id: lead.amocrm_lead_id })}
            </AmoLink>
          </Fact>
          {lead.amocrm_contact_id !== null && (
            <Fact name={t('contactName')}>
              <AmoLink domain={amocrm_domain} path={`contacts/detail/${lead.amocrm_contact_id}`}>
                {t('dealNumber', { id: lead.amocrm_contact_id })}
              </AmoLink>
            </Fact>
          )}
          <Fact name={t('currentStage')}>
            <Stack gap={2} align="flex-start">
              <LeadStage lead={lead} />
              {stage && (
                <Text size="xs" c="dimmed">
                  {stage.pipeline_name}
                </Text>
              )}
            </Stack>
          </Fact>
          <Fact name={t('pushState')}>{t(`push_${lead.amocrm_push ?? 'not_needed'}`)}</Fact>
        </Facts>
      )}
    </Panel>
  )
}

function AmoLink({ domain, path, children }: { domain: string | null; path: string; children: string }) {
  if (!domain) return <>{children}</>
  return (
    <Anchor href={`https://${domain}/${path}`} target="_blank" rel="noreferrer" inherit>
      {children} <IconExternalLink size={13} aria-hidden />
    </Anchor>
  )
}

function WithoutDeal({ lead }: { lead: Lead }) {
  const t = useTexts(cardTexts)
  const ofLead = useTexts(leadTexts)
  const push = usePushLead(lead.user_account_id, lead.id)
  const ask = () =>
    push.mutate(undefined, {
      onSuccess: () => notifications.show({ color: 'teal', message: t('pushAsked') }),
    })
  if (lead.amocrm_push === 'pending')
    return (
      <Text size="sm" c="dimmed">
        {ofLead('pushPending')}… {t('pushPendingHint')}
      </Text>
    )
  const hasFailed = lead.amocrm_push === 'failed'
  return (
    <Stack gap="sm" align="flex-start">
      {hasFailed ? (
        <Alert color="red" variant="light" title={t('pushFailedHint')} w="100%">
          {lead.push_error && <Text size="sm">{t('pushErrorSaid', { error: lead.push_error })}</Text>}
        </Alert>
      ) : (
        <Text size="sm" c="dimmed">
          {t('pushKeptHint')}
        </Text>
      )}
      <Allowed to="work">
        <Button size="xs" variant={hasFailed ? 'filled' : 'default'} loading={push.isPending} onClick={ask}>
          {t(hasFailed ? 'pushAgain' : 'pushNow')}
        </Button>
      </Allowed>
    </Stack>
  )
}
