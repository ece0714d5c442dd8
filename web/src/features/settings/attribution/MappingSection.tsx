import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import {
  dealFieldsQuery,
  type DealField,
  type Settings,
  useApply,
  usePreview,
  useSaveAttribution,
} from '@/features/settings/attribution/api'
import { ApplyRun } from '@/features/settings/attribution/ApplyRun'
import { chosen, draftsOf, type MappingDraft } from '@/features/settings/attribution/mapping'
import { MappingRow } from '@/features/settings/attribution/MappingRow'
import { PreviewView } from '@/features/settings/attribution/PreviewView'
import { attributionTexts } from '@/features/settings/attribution/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The meaning of the account's own fields: previewed, then applied to all leads or to new ones alone. */
export function MappingSection({ settings }: { settings: Settings }) {
  const t = useTexts(attributionTexts)
  const query = useQuery(dealFieldsQuery(useAccount().id))
  return (
    <Section title={t('mapping')} hint={t('mappingHint')}>
      <QueryView query={query} lines={3}>
        {(fields) => <MappingForm settings={settings} fields={fields} />}
      </QueryView>
    </Section>
  )
}

function MappingForm({ settings, fields }: { settings: Settings; fields: readonly DealField[] }) {
  const t = useTexts(attributionTexts)
  const { id } = useAccount()
  const [drafts, setDrafts] = useState(() => draftsOf(settings))
  const preview = usePreview(id)
  const apply = useApply(id)
  const save = useSaveAttribution(id)
  const change = (next: MappingDraft[]) => {
    setDrafts(next)
    preview.reset()
    apply.reset()
  }
  const mapped = chosen(drafts)
  const forNew = () =>
    save.mutate(
      { fields: mapped },
      {
        onSuccess: () => {
          notifications.show({ color: 'teal', message: t('savedForNew') })
          preview.reset()
        },
      },
    )
  return (
    <Stack gap="md">
      {drafts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noMapping')}
        </Text>
      )}
      {drafts.map((draft, i) => (
        <MappingRow
          key={i}
          draft={draft}
          drafts={drafts}
          fields={fields}
          change={(next) => change(drafts.with(i, next))}
          remove={() => change(drafts.toSpliced(i, 1))}
        />
      ))}
      <FormFailure error={preview.error ?? apply.error ?? save.error} />
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => change([...drafts, { code: null, meaning: 'ad_id' }])}
        >
          {t('add')}
        </Button>
        <Button loading={preview.isPending} onClick={() => preview.mutate(mapped)}>
          {t('preview')}
        </Button>
      </Group>
      {preview.data && !apply.data && (
        <>
          <PreviewView preview={preview.data} />
          <Group gap="sm">
            <Button loading={apply.isPending} disabled={save.isPending} onClick={() => apply.mutate(mapped)}>
              {t('applyAll')}
            </Button>
            <Button variant="default" loading={save.isPending} disabled={apply.isPending} onClick={forNew}>
              {t('applyNew')}
            </Button>
          </Group>
        </>
      )}
      {apply.data && <ApplyRun runId={apply.data.run_id} />}
    </Stack>
  )
}
