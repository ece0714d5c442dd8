import { Stack, Text } from '@mantine/core'
import type { DeliveryReplay } from '@/features/webhooks/api'
import { EffectTable } from '@/features/webhooks/EffectTable'
import { errorSentence } from '@/features/webhooks/errors'
import { webhookTexts } from '@/features/webhooks/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Replays of a delivery, latest first. */
export function Replays({ replays }: { replays: readonly DeliveryReplay[] }) {
  const t = useTexts(webhookTexts)
  const format = useFormat()
  return replays.toReversed().map(({ at, events, error }) => (
    <Stack key={at} gap="xs">
      <EffectTable title={t('replayedAt', { time: format.exactTime(at) })} events={events} />
      {error && (
        <Text size="sm" c="dimmed">
          {errorSentence(t, error)}
        </Text>
      )}
    </Stack>
  ))
}
