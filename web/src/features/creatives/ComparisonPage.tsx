import { Page } from '@/components/Page'

export function ComparisonPage() {
  return <Page title="ComparisonPage">{null}</Page>
}
