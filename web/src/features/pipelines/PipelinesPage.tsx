import { Page } from '@/components/Page'

export function PipelinesPage() {
  return <Page title="PipelinesPage">{null}</Page>
}
