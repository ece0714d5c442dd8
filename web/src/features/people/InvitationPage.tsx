import { Page } from '@/components/Page'

export function InvitationPage() {
  return <Page title="InvitationPage">{null}</Page>
}
