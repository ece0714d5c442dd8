import { Anchor, Text } from '@mantine/core'
import type { Lead } from '@/features/leads/types'
import { Fact, Facts, Panel } from '@/features/leads/card/Panel'
import { titleOf } from '@/features/leads/metrics'
import { cardTexts } from '@/features/leads/card/texts'
import { leadTexts } from '@/features/leads/texts'
import { readablePhone } from '@/lib/phone'
import { useHidesContacts } from '@/lib/session'
import { useTexts } from '@/lib/texts'

export function ContactPanel({ lead }: { lead: Lead }) {
  const t = useTexts(cardTexts)
  const ofLead = useTexts(leadTexts)
  const isHidden = useHidesContacts()
  return (
    <Panel title={t('contacts')}>
      {titleOf(lead) === null && !lead.message ? (
        <Text size="sm" c="dimmed">
          {ofLead(isHidden ? 'contactsHidden' : 'erased')}
        </Text>
      ) : (
        <Facts>
          {lead.name && <Fact name={ofLead('name')}>{lead.name}</Fact>}
          {(lead.phone || lead.phone_e164) && (
            <Fact name={ofLead('phone')}>
              <Phone typed={lead.phone} e164={lead.phone_e164} />
            </Fact>
          )}
          {lead.email && (
            <Fact name={ofLead('email')}>
              <Anchor href={`mailto:${lead.email}`} inherit>
                {lead.email}
              </Anchor>
            </Fact>
          )}
          {lead.chat_id && <Fact name={ofLead('chatId')}>{lead.chat_id}</Fact>}
          {lead.message && (
            <Fact name={ofLead('message')}>
              <Text inherit style={{ whiteSpace: 'pre-wrap' }}>
                {lead.message}
              </Text>
            </Fact>
          )}
        </Facts>
      )}
    </Panel>
  )
}

function Phone({ typed, e164 }: { typed: string | null; e164: string | null }) {
  const t = useTexts(cardTexts)
  if (!e164)
    return (
      <>
        {typed}{' '}
        <Text size="xs" c="dimmed">
          {t('notE164')}
        </Text>
      </>
    )
  const readable = readablePhone(e164)
  return (
    <>
      <Anchor href={`tel:${e164}`} inherit aria-label={`${t('call')} ${readable}`}>
        {readable}
      </Anchor>
      {typed && typed !== e164 && typed !== readable && (
        <Text size="xs" c="dimmed">
          {t('asTyped', { phone: typed })}
        </Text>
      )}
    </>
  )
}
