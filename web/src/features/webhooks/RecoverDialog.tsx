import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { DateTimePicker } from '@mantine/dates'
import 'dayjs/locale/ru'
import { notifications } from '@mantine/notifications'
import dayjs from 'dayjs'
import { useState } from 'react'
import { reasonTexts } from '@/components/reason-texts'
import { useRecover } from '@/features/webhooks/api'
import { type DeliveryState, deliveryStates } from '@/features/webhooks/search'
import { webhookTexts } from '@/features/webhooks/texts'
import { useAccount } from '@/lib/account'
import { useLanguage } from '@/lib/language'
import { translate, useTexts } from '@/lib/texts'

/** Reprocesses the deliveries of a period, in the browser's time zone. */
export function RecoverDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(webhookTexts)
  return (
    <Modal opened={opened} onClose={onClose} title={t('recoverTitle')}>
      <RecoverForm onDone={onClose} />
    </Modal>
  )
}

const instant = (local: string) => dayjs(local).toISOString()

function RecoverForm({ onDone }: { onDone: () => void }) {
  const t = useTexts(webhookTexts)
  const language = useLanguage()
  const recover = useRecover(useAccount().id)
  const [since, setSince] = useState<string | null>(() =>
    dayjs().subtract(1, 'day').format('YYYY-MM-DD HH:mm:ss'),
  )
  const [until, setUntil] = useState<string | null>(null)
  const [states, setStates] = useState<string[]>(['dead'])
  const picker = {
    locale: language,
    firstDayOfWeek: 1 as const,
    valueFormat: 'DD.MM.YYYY HH:mm',
    clearable: true,
  }
  const start = () => {
    if (!since) return
    recover.mutate(
      {
        since: instant(since),
        until: until && instant(until),
        states: states.filter((state): state is DeliveryState =>
          deliveryStates.some((known) => known === state),
        ),
      },
      {
        onSuccess: ({ queued }) => {
          notifications.show({ message: t('queued', { count: queued }) })
          onDone()
        },
      },
    )
  }
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('recoverHint')}
      </Text>
      <DateTimePicker
        label={t('since')}
        value={since}
        error={since ? undefined : translate(reasonTexts, 'value_missing')}
        onChange={setSince}
        required
        {...picker}
      />
      <DateTimePicker
        label={t('until')}
        description={t('untilHint')}
        value={until}
        onChange={setUntil}
        {...picker}
      />
      <Checkbox.Group label={t('state')} value={states} onChange={setStates}>
        <Group mt={6}>
          {(['processed', 'unmatched', 'dead'] as const).map((state) => (
            <Checkbox key={state} value={state} label={t(`state_${state}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Button loading={recover.isPending} disabled={!since || states.length === 0} onClick={start}>
        {t('replay')}
      </Button>
    </Stack>
  )
}
