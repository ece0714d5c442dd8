import { Badge, Tooltip } from '@mantine/core'
import type { DeliveryState } from '@/features/webhooks/search'
import { webhookTexts } from '@/features/webhooks/texts'
import { useTexts } from '@/lib/texts'

const colours = { pending: 'blue', processed: 'green', unmatched: 'yellow', dead: 'red' } as const

export function StateBadge({ state }: { state: DeliveryState }) {
  const t = useTexts(webhookTexts)
  return (
    <Tooltip label={t(`stateHint_${state}`)}>
      <Badge variant="light" tt="none" miw="max-content" color={colours[state]}>
        {t(`state_${state}`)}
      </Badge>
    </Tooltip>
  )
}
