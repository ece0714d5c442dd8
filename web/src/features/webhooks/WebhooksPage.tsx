import { Page } from '@/components/Page'

export function WebhooksPage() {
  return <Page title="WebhooksPage">{null}</Page>
}
