import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { useConnect } from '@/features/settings/api'
import { settingsTexts } from '@/features/settings/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Connects by a long-lived token, which is checked against amoCRM before it is kept. */
export function TokenForm() {
  const t = useTexts(settingsTexts)
  const account = useAccount()
  const connect = useConnect(account.id)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { amocrm_domain: account.amocrm_domain ?? '', long_lived_token: '' },
  })
  const errors = fieldErrors(connect.error)
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        connect.mutate({
          amocrm_domain: values.amocrm_domain.trim(),
          long_lived_token: values.long_lived_token.trim(),
        }),
      )}
    >
      <Stack maw={520}>
        <FormFailure error={connect.error} told={errors} />
        <TextInput
          label={t('domain')}
          placeholder="client.amocrm.ru"
          required
          {...form.getInputProps('amocrm_domain')}
          error={errors.amocrm_domain}
        />
        <TextInput
          label={t('token')}
          autoComplete="off"
          required
          {...form.getInputProps('long_lived_token')}
          error={errors.long_lived_token}
        />
        <Button type="submit" loading={connect.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('connect')}
        </Button>
      </Stack>
    </form>
  )
}
