import { Page } from '@/components/Page'

export function LeadPage() {
  return <Page title="LeadPage">{null}</Page>
}
