import { Page } from '@/components/Page'

export function LeadsPage() {
  return <Page title="LeadsPage">{null}</Page>
}
