import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Allowed } from '@/components/Allowed'
import { Page } from '@/components/Page'
import { PrintedFilter } from '@/components/PrintedFilter'
import { AddLead } from '@/features/leads/AddLead'
import { ActiveFilters } from '@/features/leads/list/ActiveFilters'
import { LeadFilters } from '@/features/leads/list/LeadFilters'
import { LeadListView } from '@/features/leads/list/LeadListView'
import { leadTexts } from '@/features/leads/texts'
import { useTexts } from '@/lib/texts'

export function LeadsPage() {
  const t = useTexts(leadTexts)
  const [isAdding, adding] = useDisclosure(false)
  return (
    <Page
      isWide
      printed={<PrintedFilter withMode={false} />}
      title={t('leads')}
      description={t('leadsHint')}
      actions={
        <Allowed to="work">
          <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
            {t('addLead')}
          </Button>
        </Allowed>
      }
    >
      <LeadFilters />
      <ActiveFilters />
      <LeadListView add={adding.open} />
      <AddLead isOpen={isAdding} close={adding.close} />
    </Page>
  )
}
