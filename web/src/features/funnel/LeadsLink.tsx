import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useAccount } from '@/lib/account'
import { leadsBehind, type LeadsPart } from '@/lib/leads-behind'
import { useFilter } from '@/lib/use-filter'

/** A count that leads to what it counts. */
export function LeadsLink({ part, label, children }: { part: LeadsPart; label: string; children: string }) {
  const { id } = useAccount()
  const { request } = useFilter()
  return (
    <Anchor
      inherit
      aria-label={label}
      renderRoot={(props) => (
        <Link
          to="/a/$accountId/leads"
          params={{ accountId: id }}
          search={leadsBehind(request, part)}
          {...props}
        />
      )}
    >
      {children}
    </Anchor>
  )
}
