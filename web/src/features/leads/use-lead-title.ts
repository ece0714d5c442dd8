import { titleOf } from '@/features/leads/metrics'
import { leadTexts } from '@/features/leads/texts'
import type { Lead } from '@/features/leads/types'
import { useHidesContacts } from '@/lib/session'
import { useTexts } from '@/lib/texts'

/** The name of a lead or a contact; where these are hidden, its number. */
export function useLeadTitle(lead: Lead) {
  const t = useTexts(leadTexts)
  const isHidden = useHidesContacts()
  if (isHidden) return t('leadNumber', { id: lead.amocrm_lead_id ?? lead.id.slice(-8) })
  return titleOf(lead) ?? t('nameless')
}
