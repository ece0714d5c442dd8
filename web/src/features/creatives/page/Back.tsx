import { Group } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { AnchorLink } from '@/components/Links'
import { pageTexts } from '@/features/creatives/page/texts'
import { useWayBack } from '@/features/creatives/way-back'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The link to the table, as it was left. */
export function Back() {
  const t = useTexts(pageTexts)
  const { id } = useAccount()
  const table = useWayBack()
  return (
    <AnchorLink
      to="/a/$accountId/creatives"
      params={{ accountId: id }}
      search={table}
      size="sm"
      w="fit-content"
      className="screen-only"
    >
      <Group gap={4} component="span">
        <IconArrowLeft size={16} aria-hidden /> {t('back')}
      </Group>
    </AnchorLink>
  )
}
