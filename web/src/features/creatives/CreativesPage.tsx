import { Page } from '@/components/Page'

export function CreativesPage() {
  return <Page title="CreativesPage">{null}</Page>
}
