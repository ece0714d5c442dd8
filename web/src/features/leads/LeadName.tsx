import { Text } from '@mantine/core'
import type { Lead } from '@/features/leads/types'
import { useLeadTitle } from '@/features/leads/use-lead-title'
import { readablePhone } from '@/lib/phone'

/** The name of a lead, with a contact below. */
export function LeadName({ lead }: { lead: Lead }) {
  return <>{useLeadTitle(lead)}</>
}

/** A contact that is not the title already. */
export function LeadPhone({ lead }: { lead: Lead }) {
  const contact = lead.phone_e164
    ? readablePhone(lead.phone_e164)
    : (lead.phone ?? lead.email ?? lead.chat_id)
  if (!contact || !lead.name) return null
  return (
    <Text size="xs" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }} truncate>
      {contact}
    </Text>
  )
}
