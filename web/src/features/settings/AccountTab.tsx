import { Button, NumberInput, Select, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { commonTexts } from '@/components/texts'
import { useFormFaults } from '@/components/use-form-faults'
import { AccountFields, given } from '@/features/settings/AccountFields'
import { useChangeAccount } from '@/features/settings/api'
import { ArchiveSection } from '@/features/settings/ArchiveSection'
import { HorizonSection } from '@/features/settings/HorizonSection'
import { Section } from '@/components/Section'
import { settingsTexts } from '@/features/settings/texts'
import { useAccount } from '@/lib/account'
import { pipelinesQuery } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

/** The account's own settings, and the stage of its new deals. */
export function AccountTab() {
  const t = useTexts(settingsTexts)
  const account = useAccount()
  const { data: pipelines = [] } = useQuery(pipelinesQuery(account.id))
  const change = useChangeAccount(account.id)
  const errors = fieldErrors(change.error)
  const [draft, setDraft] = useState({
    name: account.name,
    currency: account.currency ?? '',
    time_zone: account.time_zone as string | null,
    default_country: account.default_country,
    push_leads: account.push_leads,
  })
  const [target, setTarget] = useState({
    push_pipeline_id: account.push_pipeline_id,
    push_status_id: account.push_status_id,
    push_responsible_user_id: account.push_responsible_user_id,
  })
  const [horizon, setHorizon] = useState(account.horizon_days)
  const { form, faults } = useFormFaults(() =>
    change.mutate(
      { ...given(draft), ...target, horizon_days: horizon },
      { onSuccess: () => notifications.show({ color: 'green', message: t('accountSaved') }) },
    ),
  )
  const stages = pipelines.find((pipeline) => pipeline.pipeline_id === target.push_pipeline_id)?.stages ?? []
  const asId = (id: string | null) => (id ? Number(id) : null)
  return (
    <form {...form}>
      <Stack gap="lg" maw={640}>
        <FormFailure error={change.error} told={errors} />
        <Section title={t('tab_account')}>
          <AccountFields draft={draft} errors={{ ...errors, ...faults }} onChange={setDraft} />
        </Section>
        <HorizonSection
          days={horizon}
          error={errors.horizon_days ?? faults.horizon_days}
          onChange={setHorizon}
        />
        <Section title={t('newDeals')}>
          <Select
            label={t('pipeline')}
            placeholder={t('byAmocrm')}
            clearable
            data={pipelines.map((p) => ({ value: String(p.pipeline_id), label: p.pipeline_name }))}
            value={target.push_pipeline_id?.toString() ?? null}
            onChange={(id) => setTarget({ ...target, push_pipeline_id: asId(id), push_status_id: null })}
          />
          <Select
            label={t('stage')}
            placeholder={t('byAmocrm')}
            clearable
            disabled={stages.length === 0}
            data={stages
              .filter((stage) => !stage.is_archived && stage.status_id !== 142 && stage.status_id !== 143)
              .map((stage) => ({ value: String(stage.status_id), label: stage.status_name }))}
            value={target.push_status_id?.toString() ?? null}
            onChange={(id) => setTarget({ ...target, push_status_id: asId(id) })}
          />
          <NumberInput
            label={t('responsible')}
            placeholder={t('byAmocrm')}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            value={target.push_responsible_user_id ?? ''}
            onChange={(id) =>
              setTarget({ ...target, push_responsible_user_id: typeof id === 'number' ? id : asId(id) })
            }
          />
        </Section>
        <SaveButton isPending={change.isPending} />
        <ArchiveSection />
      </Stack>
    </form>
  )
}

function SaveButton({ isPending }: { isPending: boolean }) {
  const t = useTexts(commonTexts)
  return (
    <Button type="submit" loading={isPending} style={{ alignSelf: 'flex-start' }}>
      {t('save')}
    </Button>
  )
}
