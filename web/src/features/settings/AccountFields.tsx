import { Select, Switch, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { settingsTexts } from '@/features/settings/texts'
import { useTexts } from '@/lib/texts'

export interface AccountDraft {
  name: string
  currency: string
  time_zone: string | null
  default_country: string
  push_leads: boolean
}

/** Fields of an account, for creating and for editing. */
export function AccountFields({
  draft,
  errors,
  onChange,
}: {
  draft: AccountDraft
  errors: Partial<Record<string, string>>
  onChange: (draft: AccountDraft) => void
}) {
  const t = useTexts(settingsTexts)
  const zones = useMemo(() => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])], [])
  return (
    <>
      <TextInput
        name="name"
        label={t('name')}
        required
        value={draft.name}
        error={errors.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('currency')}
        description={t('currencyHint')}
        maxLength={3}
        value={draft.currency}
        error={errors.currency}
        onChange={(event) => onChange({ ...draft, currency: event.currentTarget.value.toUpperCase() })}
      />
      <Select
        label={t('timeZone')}
        description={t('timeZoneHint')}
        searchable
        clearable
        limit={60}
        data={zones}
        value={draft.time_zone}
        error={errors.time_zone}
        onChange={(time_zone) => onChange({ ...draft, time_zone })}
      />
      <TextInput
        label={t('country')}
        description={t('countryHint')}
        maxLength={2}
        value={draft.default_country}
        error={errors.default_country}
        onChange={(event) => onChange({ ...draft, default_country: event.currentTarget.value.toUpperCase() })}
      />
      <Switch
        label={t('pushLeads')}
        description={t('pushLeadsHint')}
        checked={draft.push_leads}
        onChange={(event) => onChange({ ...draft, push_leads: event.currentTarget.checked })}
      />
    </>
  )
}

/** Empty fields take amoCRM's values. */
export const given = ({ currency, default_country, time_zone, ...rest }: AccountDraft) => ({
  ...rest,
  currency: currency || null,
  default_country: default_country || null,
  time_zone,
})
