import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { useFormFaults } from '@/components/use-form-faults'
import { useConnect } from '@/features/settings/api'
import { asConnection, connectionErrors, ConnectionFields } from '@/features/settings/ConnectionFields'
import { settingsTexts } from '@/features/settings/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Connects by a long-lived token, checked at amoCRM before it is stored. */
export function TokenForm() {
  const t = useTexts(settingsTexts)
  const account = useAccount()
  const connect = useConnect(account.id)
  const [draft, setDraft] = useState({ amocrm_domain: account.amocrm_domain ?? '', long_lived_token: '' })
  const { form, faults } = useFormFaults(() => connect.mutate(asConnection(draft)))
  const errors = connectionErrors(connect.error)
  return (
    <form {...form}>
      <Stack maw={520}>
        <FormFailure error={connect.error} told={errors} />
        <ConnectionFields draft={draft} errors={{ ...errors, ...faults }} onChange={setDraft} />
        <Button type="submit" loading={connect.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('connect')}
        </Button>
      </Stack>
    </form>
  )
}
