import type { AnchorProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { AnchorLink, ButtonLink } from '@/components/Links'
import { useAccount } from '@/lib/account'
import { leadsBehind, type LeadsPart } from '@/lib/leads-behind'
import { useFilter } from '@/lib/use-filter'

/** A figure that links to the leads behind it. */
export function LeadsLink({
  part,
  label,
  children,
  ...looks
}: AnchorProps & { part: LeadsPart; label?: string; children: ReactNode }) {
  const { id } = useAccount()
  const { request } = useFilter()
  return (
    <AnchorLink
      {...looks}
      aria-label={label}
      to="/a/$accountId/leads"
      params={{ accountId: id }}
      search={leadsBehind(request, part)}
    >
      {children}
    </AnchorLink>
  )
}

/** A button that opens the leads behind a page of figures. */
export function LeadsButton({ part, children }: { part: LeadsPart; children: ReactNode }) {
  const { id } = useAccount()
  const { request } = useFilter()
  return (
    <ButtonLink
      variant="default"
      to="/a/$accountId/leads"
      params={{ accountId: id }}
      search={leadsBehind(request, part)}
    >
      {children}
    </ButtonLink>
  )
}
