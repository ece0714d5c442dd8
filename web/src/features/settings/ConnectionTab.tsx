import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { FormFailure } from '@/components/FormFailure'
import { reasonSentence } from '@/components/problem-sentence'
import { useAuthorize, useDisconnect } from '@/features/settings/api'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Section } from '@/components/Section'
import { settingsTexts } from '@/features/settings/texts'
import { TokenForm } from '@/features/settings/TokenForm'
import { WebhookSection } from '@/features/settings/WebhookSection'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const colours = { connected: 'green', not_connected: 'gray', reauthorization_required: 'red' } as const

/** The state of the amoCRM connection. */
export function ConnectionTab() {
  const account = useAccount()
  return (
    <Stack gap="lg">
      <Returned />
      <StateSection />
      {account.connection !== 'connected' && (
        <>
          {account.can_authorize ? <OneClick /> : <NoOneClick />}
          <ByToken />
        </>
      )}
      <WebhookSection />
    </Stack>
  )
}

/** The outcome of amoCRM's consent page. */
function Returned() {
  const t = useTexts(settingsTexts)
  const { connected, error } = useSearch({ from: '/signed-in/a/$accountId/settings' })
  if (error)
    return (
      <Alert color="orange" icon={<IconInfoCircle />} role="alert">
        {reasonSentence(error) ?? t('returned_failed')}
      </Alert>
    )
  if (!connected) return null
  return (
    <Alert color="green" icon={<IconCircleCheck />} role="status">
      {t('connected')}
    </Alert>
  )
}

function StateSection() {
  const t = useTexts(settingsTexts)
  const format = useFormat()
  const account = useAccount()
  const [isAsking, { open, close }] = useDisclosure(false)
  const disconnect = useDisconnect(account.id)
  return (
    <Section
      title={t('amocrm')}
      hint={t(`stateHint_${account.connection}`, { domain: account.amocrm_domain ?? '' })}
      aside={
        <Badge color={colours[account.connection]} variant="light" tt="none" size="lg">
          {t(`state_${account.connection}`)}
        </Badge>
      }
    >
      {account.connection !== 'not_connected' && (
        <Group justify="space-between">
          <div>
            <Text size="sm" fw={500}>
              {account.amocrm_domain}
            </Text>
            {account.token_expires_at && (
              <Text size="sm" c="dimmed">
                {t('tokenEnds', { time: format.time(account.token_expires_at) })}
              </Text>
            )}
          </div>
          <Button variant="light" color="red" onClick={open}>
            {t('disconnect')}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={isAsking}
        onClose={close}
        title={t('disconnectTitle')}
        hint={t('disconnectHint')}
        action={t('disconnect')}
        isPending={disconnect.isPending}
        onConfirm={() => disconnect.mutate(undefined, { onSuccess: close })}
      />
    </Section>
  )
}

function OneClick() {
  const t = useTexts(settingsTexts)
  const authorize = useAuthorize(useAccount().id)
  return (
    <Section title={t('oneClick')} hint={t('oneClickHint')}>
      <FormFailure error={authorize.error} />
      <Group>
        <Button loading={authorize.isPending} onClick={() => authorize.mutate('amocrm')}>
          {t('connectAmocrm')}
        </Button>
        <Button variant="default" disabled={authorize.isPending} onClick={() => authorize.mutate('kommo')}>
          {t('connectKommo')}
        </Button>
      </Group>
    </Section>
  )
}

function NoOneClick() {
  const t = useTexts(settingsTexts)
  const address = `${location.origin}/api/amocrm/oauth/callback`
  return <Section title={t('oneClick')} hint={t('cannotAuthorize', { address })} />
}

function ByToken() {
  const t = useTexts(settingsTexts)
  return (
    <Section title={t('byToken')} hint={t('byTokenHint')}>
      <TokenForm />
    </Section>
  )
}
