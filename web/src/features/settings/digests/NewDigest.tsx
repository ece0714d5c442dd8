import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { useFormFaults } from '@/components/use-form-faults'
import { channels, frequencies, languages, useCreateDigest } from '@/features/settings/digests/api'
import { digestTexts } from '@/features/settings/digests/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const width = { base: '100%', xs: 180 }

/** Creates a digest for a chat or an address. */
export function NewDigest() {
  const t = useTexts(digestTexts)
  const { id } = useAccount()
  const create = useCreateDigest(id)
  const [channel, setChannel] = useState<(typeof channels)[number]>('telegram')
  const [to, setTo] = useState('')
  const [when, setWhen] = useState<(typeof frequencies)[number]>('daily')
  const [at, setAt] = useState('09:00')
  const [language, setLanguage] = useState<(typeof languages)[number]>('ru')
  const errors = fieldErrors(create.error)
  const { form, faults } = useFormFaults(() =>
    create.mutate(
      { channel, to: channel === 'email' ? to.trim() : null, when, at, language, time_zone: null },
      { onSuccess: () => setTo('') },
    ),
  )
  return (
    <form {...form} className="screen-only">
      <Stack>
        <FormFailure error={create.error} told={errors} />
        <Group align="flex-start">
          <Select
            label={t('channel')}
            w={width}
            allowDeselect={false}
            value={channel}
            onChange={(chosen) => setChannel(channels.find((known) => known === chosen) ?? channel)}
            data={channels.map((value) => ({ value, label: t(`channel_${value}`) }))}
          />
          {channel === 'email' && (
            <TextInput
              name="to"
              type="email"
              label={t('to')}
              required
              autoComplete="off"
              w={{ base: '100%', xs: 260 }}
              value={to}
              error={faults.to ?? errors.to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          )}
          <Select
            label={t('when')}
            w={width}
            allowDeselect={false}
            value={when}
            onChange={(chosen) => setWhen(frequencies.find((known) => known === chosen) ?? when)}
            data={frequencies.map((value) => ({ value, label: t(`when_${value}`) }))}
          />
          <TextInput
            name="at"
            pattern="([01]\d|2[0-3]):[0-5]\d"
            placeholder="09:00"
            maxLength={5}
            autoComplete="off"
            label={t('at')}
            required
            w={120}
            value={at}
            error={faults.at ?? errors.at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          <Select
            label={t('language')}
            w={140}
            allowDeselect={false}
            value={language}
            onChange={(chosen) => setLanguage(languages.find((known) => known === chosen) ?? language)}
            data={languages.map((value) => ({ value, label: t(`language_${value}`) }))}
          />
        </Group>
        {channel === 'telegram' && (
          <Text size="sm" c="dimmed">
            {t('telegramHint')}
          </Text>
        )}
        <Button type="submit" loading={create.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('create')}
        </Button>
      </Stack>
    </form>
  )
}
