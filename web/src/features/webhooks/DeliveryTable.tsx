import { Stack, Table, Text } from '@mantine/core'
import { AnchorLink } from '@/components/Links'
import { LongTable, type RowProps } from '@/components/long-list/LongTable'
import type { Delivery } from '@/features/webhooks/api'
import { errorSentence } from '@/features/webhooks/errors'
import { EventLine } from '@/features/webhooks/EventBadge'
import { StateBadge } from '@/features/webhooks/StateBadge'
import { webhookTexts } from '@/features/webhooks/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const shownEvents = 3

export function DeliveryTable({ deliveries }: { deliveries: readonly Delivery[] }) {
  return (
    <Table.ScrollContainer minWidth={640}>
      <LongTable
        name="deliveries"
        verticalSpacing="xs"
        highlightOnHover
        columns={4}
        head={<Head />}
        items={deliveries}
        keyOf={({ id }) => id}
        height={43}
        row={(delivery, props) => <DeliveryRow {...props} delivery={delivery} />}
      />
    </Table.ScrollContainer>
  )
}

function Head() {
  const t = useTexts(webhookTexts)
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{t('received')}</Table.Th>
        <Table.Th scope="col">{t('state')}</Table.Th>
        <Table.Th scope="col">{t('events')}</Table.Th>
        <Table.Th scope="col" ta="right">
          {t('attempts')}
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  )
}

function DeliveryRow({ delivery, ...props }: RowProps & { delivery: Delivery }) {
  const t = useTexts(webhookTexts)
  const format = useFormat()
  const { id: accountId } = useAccount()
  const time = format.exactTime(delivery.received_at)
  const hidden = delivery.events.length - shownEvents
  return (
    <Table.Tr {...props}>
      <Table.Td>
        <AnchorLink
          to="/a/$accountId/webhooks/$deliveryId"
          params={{ accountId, deliveryId: delivery.id }}
          aria-label={t('open', { time })}
          size="sm"
        >
          {time}
        </AnchorLink>
      </Table.Td>
      <Table.Td>
        <StateBadge state={delivery.state} />
      </Table.Td>
      <Table.Td>
        <Stack gap={4}>
          {delivery.events.slice(0, shownEvents).map((event, i) => (
            <EventLine key={i} event={event} />
          ))}
          {hidden > 0 && (
            <Text size="xs" c="dimmed">
              {t('moreEvents', { count: hidden })}
            </Text>
          )}
          {delivery.events.length === 0 && (
            <Text size="sm" c={delivery.error ? 'red' : 'dimmed'}>
              {delivery.error ? errorSentence(t, delivery.error) : t('noEvents')}
            </Text>
          )}
        </Stack>
      </Table.Td>
      <Table.Td ta="right">{format.count(delivery.attempts)}</Table.Td>
    </Table.Tr>
  )
}
