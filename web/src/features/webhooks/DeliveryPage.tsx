import { Page } from '@/components/Page'

export function DeliveryPage() {
  return <Page title="DeliveryPage">{null}</Page>
}
