import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRotateClockwise } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AnchorLink } from '@/components/Links'
import { Page } from '@/components/Page'
import { QueryView } from '@/components/QueryView'
import { deliveryQuery, useReplay } from '@/features/webhooks/api'
import { Body } from '@/features/webhooks/Body'
import { errorSentence } from '@/features/webhooks/errors'
import { EffectTable } from '@/features/webhooks/EffectTable'
import { Replays } from '@/features/webhooks/Replays'
import { StateBadge } from '@/features/webhooks/StateBadge'
import { webhookTexts } from '@/features/webhooks/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** A delivery: its body, its events and their effects. */
export function DeliveryPage() {
  const t = useTexts(webhookTexts)
  const format = useFormat()
  const { id: accountId } = useAccount()
  const { deliveryId } = useParams({ from: '/signed-in/a/$accountId/webhooks/$deliveryId' })
  const query = useQuery(deliveryQuery(accountId, deliveryId))
  const replay = useReplay(accountId)
  return (
    <Page
      title={t('delivery')}
      description={
        <AnchorLink to="/a/$accountId/webhooks" params={{ accountId }} size="sm" className="screen-only">
          ← {t('back')}
        </AnchorLink>
      }
      actions={
        <Button
          leftSection={<IconRotateClockwise size={18} />}
          loading={replay.isPending}
          onClick={() =>
            replay.mutate(deliveryId, { onSuccess: () => notifications.show({ message: t('replayed') }) })
          }
        >
          {t('replay')}
        </Button>
      }
    >
      <QueryView query={query}>
        {(delivery) => (
          <Stack gap="xl">
            <Group gap="md">
              <StateBadge state={delivery.state} />
              <Text size="sm">{format.exactTime(delivery.received_at)}</Text>
              <Text size="sm" c="dimmed">
                {t('attempts')}: {format.count(delivery.attempts)}
              </Text>
            </Group>
            {(delivery.state !== 'processed' || !delivery.error) && (
              <Text size="sm" c="dimmed">
                {t(`stateHint_${delivery.state}`)}
              </Text>
            )}
            {delivery.error && (
              <Text size="sm" c="red" role="alert">
                {t('error')}: {errorSentence(t, delivery.error)}
              </Text>
            )}
            {delivery.events.length > 0 && <EffectTable title={t('effects')} events={delivery.events} />}
            <Replays replays={delivery.replays} />
            <Body raw={delivery.raw_body} parsed={delivery.parsed_body} />
          </Stack>
        )}
      </QueryView>
    </Page>
  )
}
