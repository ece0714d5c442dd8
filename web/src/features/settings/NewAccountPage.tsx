import { Button, Paper, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '@/components/Page'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { AccountFields, given } from '@/features/settings/AccountFields'
import { useCreateAccount } from '@/features/settings/api'
import { settingsTexts } from '@/features/settings/texts'
import { useTexts } from '@/lib/texts'

const blank = {
  name: '',
  currency: '',
  time_zone: null as string | null,
  default_country: '',
  push_leads: true,
}

/** An administrator opens an account for a client. */
export function NewAccountPage() {
  const t = useTexts(settingsTexts)
  const navigate = useNavigate()
  const create = useCreateAccount()
  const [draft, setDraft] = useState(blank)
  const [connects, setConnects] = useState(true)
  const [connection, setConnection] = useState({ amocrm_domain: '', long_lived_token: '' })
  const errors = fieldErrors(create.error)
  const submit = () =>
    create.mutate(
      { ...given(draft), ...(connects ? connection : {}) },
      {
        onSuccess: ({ id }) => navigate({ to: '/a/$accountId/overview', params: { accountId: id } }),
      },
    )
  return (
    <Page title={t('newAccount')} description={t('newAccountHint')}>
      <Paper withBorder p="lg" maw={560}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Stack>
            <FormFailure error={create.error} told={errors} />
            <AccountFields draft={draft} errors={errors} onChange={setDraft} />
            <Switch
              label={t('connectNow')}
              description={t('connectNowHint')}
              checked={connects}
              onChange={(event) => setConnects(event.currentTarget.checked)}
            />
            {connects && (
              <>
                <TextInput
                  label={t('domain')}
                  placeholder="client.amocrm.ru"
                  required
                  value={connection.amocrm_domain}
                  error={errors.amocrm_domain}
                  onChange={(event) =>
                    setConnection({ ...connection, amocrm_domain: event.currentTarget.value.trim() })
                  }
                />
                <TextInput
                  label={t('token')}
                  autoComplete="off"
                  required
                  value={connection.long_lived_token}
                  error={errors.long_lived_token}
                  onChange={(event) =>
                    setConnection({ ...connection, long_lived_token: event.currentTarget.value.trim() })
                  }
                />
                <Text size="xs" c="dimmed">
                  {t('byTokenHint')}
                </Text>
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
