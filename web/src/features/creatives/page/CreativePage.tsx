import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Page } from '@/components/Page'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { Back } from '@/features/creatives/page/Back'
import { CreativeView } from '@/features/creatives/page/CreativeView'
import { pageTexts } from '@/features/creatives/page/texts'
import { useAccount } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { useTexts } from '@/lib/texts'

/** The page of a creative. */
export function CreativePage() {
  const t = useTexts(pageTexts)
  const { id } = useAccount()
  const { creativeId = '' } = useParams({ strict: false })
  const query = useQuery(creativesQuery(id))
  const creative = query.data?.find((one) => one.id === creativeId)
  // It sets its own title.
  if (creative) return <CreativeView creative={creative} />
  return (
    <Page title={t('creative')}>
      <QueryView query={query}>
        {() => <Empty title={t('missing')} hint={t('missingHint')} action={<Back />} />}
      </QueryView>
    </Page>
  )
}
