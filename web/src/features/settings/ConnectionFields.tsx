import { TextInput } from '@mantine/core'
import { fieldErrors } from '@/components/field-errors'
import { settingsTexts } from '@/features/settings/texts'
import { TokenGuide } from '@/features/settings/TokenGuide'
import { asAmoDomain } from '@/lib/amo-domain'
import { useTexts } from '@/lib/texts'

export interface ConnectionDraft {
  amocrm_domain: string
  long_lived_token: string
}

/** The field that a connection failure belongs to. */
export const connectionErrors = (error: unknown) =>
  fieldErrors(error, {
    domain_unknown: 'amocrm_domain',
    amocrm_account_taken: 'amocrm_domain',
    amocrm_account_differs: 'amocrm_domain',
    token_refused: 'long_lived_token',
  })

/** The address and the long-lived token. */
export function ConnectionFields({
  draft,
  errors,
  onChange,
}: {
  draft: ConnectionDraft
  errors: Partial<Record<string, string>>
  onChange: (draft: ConnectionDraft) => void
}) {
  const t = useTexts(settingsTexts)
  return (
    <>
      <TextInput
        name="amocrm_domain"
        label={t('domain')}
        description={t('domainHint')}
        placeholder="client.amocrm.ru"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={draft.amocrm_domain}
        error={errors.amocrm_domain}
        onChange={(event) => onChange({ ...draft, amocrm_domain: event.currentTarget.value })}
        onBlur={() => onChange({ ...draft, amocrm_domain: asAmoDomain(draft.amocrm_domain) })}
      />
      <TextInput
        name="long_lived_token"
        label={t('token')}
        autoComplete="off"
        spellCheck={false}
        required
        value={draft.long_lived_token}
        error={errors.long_lived_token}
        onChange={(event) => onChange({ ...draft, long_lived_token: event.currentTarget.value.trim() })}
      />
      <TokenGuide />
    </>
  )
}

/** Normalised on submit too: the field may never have lost focus. */
export const asConnection = (draft: ConnectionDraft): ConnectionDraft => ({
  ...draft,
  amocrm_domain: asAmoDomain(draft.amocrm_domain),
})
