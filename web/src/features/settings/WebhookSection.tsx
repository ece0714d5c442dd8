import { Badge, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CopyField } from '@/components/CopyField'
import { QueryView } from '@/components/QueryView'
import { useRotateSecret, useSubscribe, useUnsubscribe, webhookQuery } from '@/features/settings/api'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Section } from '@/components/Section'
import { settingsTexts } from '@/features/settings/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The webhook at amoCRM and its address. */
export function WebhookSection() {
  const t = useTexts(settingsTexts)
  const { webhook_url, connection } = useAccount()
  return (
    <Section title={t('webhook')}>
      {connection === 'connected' && <HookState />}
      {webhook_url && <CopyField label={t('address')} description={t('addressHint')} value={webhook_url} />}
      <Rotation />
    </Section>
  )
}

function HookState() {
  const t = useTexts(settingsTexts)
  const format = useFormat()
  const { id } = useAccount()
  const query = useQuery(webhookQuery(id))
  const subscribe = useSubscribe(id)
  const unsubscribe = useUnsubscribe(id)
  const [isAsking, asking] = useDisclosure(false)
  const tell = (message: string) => notifications.show({ message })
  const remove = () =>
    unsubscribe.mutate(undefined, {
      onSuccess: () => {
        tell(t('unsubscribed'))
        asking.close()
      },
    })
  return (
    <QueryView query={query} lines={2}>
      {(hook) => {
        const state = !hook.registered ? 'off' : hook.disabled ? 'disabled' : 'ok'
        return (
          <Group justify="space-between">
            <Stack gap={4} align="flex-start">
              <Badge color={state === 'ok' ? 'green' : 'red'} variant="light" tt="none">
                {t(`hook_${state}`)}
              </Badge>
              <Text size="sm" c="dimmed">
                {hook.last_delivery_at
                  ? t('lastDelivery', { time: format.time(hook.last_delivery_at) })
                  : t('noDelivery')}
              </Text>
            </Stack>
            <Group gap="xs">
              <Button
                variant={state === 'ok' ? 'default' : 'filled'}
                loading={subscribe.isPending}
                onClick={() => subscribe.mutate(undefined, { onSuccess: () => tell(t('registered')) })}
              >
                {t(state === 'ok' ? 'registerAgain' : 'turnOn')}
              </Button>
              {hook.registered && (
                <Button variant="subtle" color="red" onClick={asking.open}>
                  {t('unsubscribe')}
                </Button>
              )}
              <ConfirmDialog
                opened={isAsking}
                onClose={asking.close}
                title={t('unsubscribeTitle')}
                hint={t('unsubscribeHint')}
                action={t('unsubscribe')}
                isPending={unsubscribe.isPending}
                onConfirm={remove}
              />
            </Group>
          </Group>
        )
      }}
    </QueryView>
  )
}

function Rotation() {
  const t = useTexts(settingsTexts)
  const rotate = useRotateSecret(useAccount().id)
  const [isAsking, { open, close }] = useDisclosure(false)
  const [revokes, setRevokes] = useState(false)
  const confirm = () =>
    rotate.mutate(revokes, {
      onSuccess: () => {
        notifications.show({ message: t('rotated') })
        close()
      },
    })
  return (
    <>
      <Button variant="default" onClick={open} style={{ alignSelf: 'flex-start' }}>
        {t('rotate')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={close}
        title={t('rotateTitle')}
        hint={t('rotateHint')}
        action={t('rotate')}
        isPending={rotate.isPending}
        onConfirm={confirm}
      >
        <Checkbox
          label={t('revokeFormer')}
          checked={revokes}
          onChange={(event) => setRevokes(event.currentTarget.checked)}
        />
      </ConfirmDialog>
    </>
  )
}
