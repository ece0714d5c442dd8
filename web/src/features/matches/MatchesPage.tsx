import { Page } from '@/components/Page'

export function MatchesPage() {
  return <Page title="MatchesPage">{null}</Page>
}
