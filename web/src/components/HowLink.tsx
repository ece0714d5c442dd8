import { ActionIcon, type AnchorProps } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AnchorLink } from '@/components/Links'
import { commonTexts } from '@/components/texts'
import type { Term } from '@/components/terms'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** A small link to the explanation of a term. */
export function HowLink({ term, about }: { term: Term; about: string }) {
  const t = useTexts(commonTexts)
  const { id } = useAccount()
  const label = t('howCounted', { about })
  return (
    <ActionIcon
      renderRoot={(props) => (
        <Link to="/a/$accountId/how-we-count" params={{ accountId: id }} hash={term} {...props} />
      )}
      variant="subtle"
      color="gray"
      size="sm"
      className="screen-only"
      aria-label={label}
      title={label}
    >
      <IconHelpCircle size={16} />
    </ActionIcon>
  )
}

/** The name of a figure, as a link to its explanation. */
export function HowText({ term, children, ...looks }: AnchorProps & { term: Term; children: ReactNode }) {
  const { id } = useAccount()
  return (
    <AnchorLink
      c="dimmed"
      size="xs"
      {...looks}
      to="/a/$accountId/how-we-count"
      params={{ accountId: id }}
      hash={term}
    >
      {children}
    </AnchorLink>
  )
}
