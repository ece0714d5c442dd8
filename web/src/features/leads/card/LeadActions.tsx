import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconExternalLink, IconTrash } from '@tabler/icons-react'
import type { Lead } from '@/features/leads/types'
import { EraseDialog } from '@/features/leads/card/EraseDialog'
import { titleOf } from '@/features/leads/metrics'
import { cardTexts } from '@/features/leads/card/texts'
import { useAccount } from '@/lib/account'
import { useMay } from '@/lib/session'
import { useTexts } from '@/lib/texts'

export function LeadActions({ lead }: { lead: Lead }) {
  const t = useTexts(cardTexts)
  const { amocrm_domain } = useAccount()
  const mayErase = useMay('work')
  const [isErasing, erasing] = useDisclosure(false)
  return (
    <>
      {amocrm_domain && lead.amocrm_lead_id !== null && (
        <Button
          component="a"
          href={`https://${amocrm_domain}/leads/detail/${lead.amocrm_lead_id}`}
          target="_blank"
          rel="noreferrer"
          variant="default"
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t('openDeal')}
        </Button>
      )}
      {mayErase && titleOf(lead) !== null && (
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={erasing.open}
        >
          {t('erase')}
        </Button>
      )}
      <EraseDialog lead={lead} isOpen={isErasing} close={erasing.close} />
    </>
  )
}
