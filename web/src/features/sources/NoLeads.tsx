import { ButtonLink } from '@/components/Links'
import { Empty } from '@/components/States'
import { sourcesTexts } from '@/features/sources/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

export function NoLeads() {
  const t = useTexts(sourcesTexts)
  const { id } = useAccount()
  return (
    <Empty
      title={t('noLeads')}
      hint={t('noLeadsHint')}
      action={
        <ButtonLink variant="default" to="/a/$accountId/runs" params={{ accountId: id }}>
          {t('toRuns')}
        </ButtonLink>
      }
    />
  )
}
