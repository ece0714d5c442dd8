import type { AnchorProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { AnchorLink } from '@/components/Links'
import { useTableAsState } from '@/features/creatives/way-back'
import { useAccount } from '@/lib/account'

/** A link to the page of a creative; its direction is its own, whatever the table was filtered by. */
export function CreativeLink({
  id,
  children,
  ...looks
}: AnchorProps & { id: string; title?: string; children: ReactNode }) {
  const account = useAccount()
  const table = useTableAsState()
  return (
    <AnchorLink
      {...looks}
      to="/a/$accountId/creatives/$creativeId"
      params={{ accountId: account.id, creativeId: id }}
      search={{ directionId: undefined }}
      state={table}
    >
      {children}
    </AnchorLink>
  )
}
