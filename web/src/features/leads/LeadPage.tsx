import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Page } from '@/components/Page'
import { Loading } from '@/components/States'
import { QueryView } from '@/components/QueryView'
import { leadQuery } from '@/features/leads/api'
import { LeadCard } from '@/features/leads/card/LeadCard'
import { leadTexts } from '@/features/leads/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

export function LeadPage() {
  const t = useTexts(leadTexts)
  const account = useAccount()
  const { leadId = '' } = useParams({ strict: false })
  const query = useQuery(leadQuery(account.id, leadId))
  // The card sets its own title.
  if (query.data) return <LeadCard lead={query.data} />
  return (
    <Page title={t('person')}>
      <QueryView query={query}>{() => <Loading />}</QueryView>
    </Page>
  )
}
