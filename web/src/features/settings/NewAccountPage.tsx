import { Button, Paper, Stack, Switch } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '@/components/Page'
import { FormFailure } from '@/components/FormFailure'
import { useFormFaults } from '@/components/use-form-faults'
import { AccountFields, given } from '@/features/settings/AccountFields'
import { useCreateAccount } from '@/features/settings/api'
import { asConnection, connectionErrors, ConnectionFields } from '@/features/settings/ConnectionFields'
import { settingsTexts } from '@/features/settings/texts'
import { useTexts } from '@/lib/texts'

const blank = {
  name: '',
  currency: '',
  time_zone: null as string | null,
  default_country: '',
  push_leads: true,
}

/** Creates an account; administrators only. */
export function NewAccountPage() {
  const t = useTexts(settingsTexts)
  const navigate = useNavigate()
  const create = useCreateAccount()
  const [draft, setDraft] = useState(blank)
  const [connects, setConnects] = useState(true)
  const [connection, setConnection] = useState({ amocrm_domain: '', long_lived_token: '' })
  const errors = connectionErrors(create.error)
  const submit = () =>
    create.mutate(
      { ...given(draft), ...(connects ? asConnection(connection) : {}) },
      {
        onSuccess: ({ id }) => navigate({ to: '/a/$accountId/overview', params: { accountId: id } }),
      },
    )
  const { form, faults } = useFormFaults(submit)
  return (
    <Page title={t('newAccount')} description={t('newAccountHint')}>
      <Paper withBorder p="lg" maw={560}>
        <form {...form}>
          <Stack>
            <FormFailure error={create.error} told={errors} />
            <AccountFields draft={draft} errors={{ ...errors, ...faults }} onChange={setDraft} />
            <Switch
              label={t('connectNow')}
              description={t('connectNowHint')}
              checked={connects}
              onChange={(event) => setConnects(event.currentTarget.checked)}
            />
            {connects && (
              <>
                <ConnectionFields
                  draft={connection}
                  errors={{ ...errors, ...faults }}
                  onChange={setConnection}
                />
              </>
            )}
            <Button type="submit" loading={create.isPending}>
              {t('createAccount')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Page>
  )
}
