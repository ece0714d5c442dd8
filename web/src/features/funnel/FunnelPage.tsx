import { Page } from '@/components/Page'

export function FunnelPage() {
  return <Page title="FunnelPage">{null}</Page>
}
