import { Page } from '@/components/Page'

export function NewAccountPage() {
  return <Page title="NewAccountPage">{null}</Page>
}
