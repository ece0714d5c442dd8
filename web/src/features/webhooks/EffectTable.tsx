import { Stack, Table, Title } from '@mantine/core'
import { AnchorLink } from '@/components/Links'
import type { DeliveryEvent } from '@/features/webhooks/api'
import { EffectBadge, effectSentence, eventName } from '@/features/webhooks/EventBadge'
import { webhookTexts } from '@/features/webhooks/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The events of a delivery with their effects. */
export function EffectTable({ title, events }: { title: string; events: readonly DeliveryEvent[] }) {
  const t = useTexts(webhookTexts)
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Table.ScrollContainer minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('event')}</Table.Th>
              <Table.Th scope="col">{t('entity')}</Table.Th>
              <Table.Th scope="col">{t('effect')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {events.map((event, i) => (
              <Table.Tr key={i}>
                <Table.Td>{eventName(t, event)}</Table.Td>
                <Table.Td>
                  <Deal event={event} />
                </Table.Td>
                <Table.Td>
                  <EffectBadge event={event} /> {effectSentence(t, event)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}

/** Links to the lead of the deal. */
function Deal({ event: { entity, id, effect } }: { event: DeliveryEvent }) {
  const t = useTexts(webhookTexts)
  const { id: accountId } = useAccount()
  if (id === null) return <>—</>
  if (entity === 'contact') return <>{t('contact', { id })}</>
  const deal = t('deal', { id })
  if (effect === 'unmatched' || effect === 'ignored' || effect === 'set_aside') return <>{deal}</>
  return (
    <AnchorLink
      to="/a/$accountId/leads"
      params={{ accountId }}
      search={{ search: String(id), period: 'all' }}
      size="sm"
    >
      {deal}
    </AnchorLink>
  )
}
