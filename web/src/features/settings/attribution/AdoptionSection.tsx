import { Button, Group, MultiSelect, Radio, Stack, Text } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import 'dayjs/locale/ru'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { BackfillProgress } from '@/components/BackfillProgress'
import { FormFailure } from '@/components/FormFailure'
import { Section } from '@/components/Section'
import { commonTexts } from '@/components/texts'
import { type Adoption, type Settings, useSaveAttribution } from '@/features/settings/attribution/api'
import { attributionTexts } from '@/features/settings/attribution/texts'
import { useAccount } from '@/lib/account'
import { backfillQuery } from '@/lib/backfill-query'
import { useLanguage } from '@/lib/language'
import { pipelinesQuery } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

const kinds = ['all', 'with_marks', 'off'] as const satisfies Adoption['adopt_deals'][]

/** Which deals of amoCRM become leads. */
export function AdoptionSection({ settings }: { settings: Settings }) {
  const t = useTexts(attributionTexts)
  const common = useTexts(commonTexts)
  const language = useLanguage()
  const { id } = useAccount()
  const { data: pipelines = [] } = useQuery(pipelinesQuery(id))
  const save = useSaveAttribution(id)
  const [draft, setDraft] = useState<Adoption>({
    adopt_deals: settings.adopt_deals,
    adopt_from: settings.adopt_from,
    adopt_pipelines: settings.adopt_pipelines,
  })
  const isOff = draft.adopt_deals === 'off'
  return (
    <Section title={t('adoption')} hint={t('adoptionHint')}>
      <Radio.Group
        label={t('adopt')}
        value={draft.adopt_deals}
        onChange={(kind) => setDraft({ ...draft, adopt_deals: kind as Adoption['adopt_deals'] })}
      >
        <Stack gap="xs" mt={6}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`adopt_${kind}`)} description={t(`adoptHint_${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <DateInput
          label={t('adoptFrom')}
          description={t('adoptFromHint')}
          miw={200}
          disabled={isOff}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          locale={language}
          valueFormat="DD.MM.YYYY"
          maxDate={new Date()}
          value={draft.adopt_from}
          onChange={(adopt_from) => setDraft({ ...draft, adopt_from })}
        />
        <MultiSelect
          label={t('pipelines')}
          description={t('allPipelines')}
          miw={200}
          disabled={isOff || pipelines.length === 0}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          data={pipelines.map((p) => ({ value: String(p.pipeline_id), label: p.pipeline_name }))}
          value={draft.adopt_pipelines?.map(String) ?? []}
          onChange={(ids) =>
            setDraft({ ...draft, adopt_pipelines: ids.length === 0 ? null : ids.map(Number) })
          }
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('adoptionStays')}
      </Text>
      <FormFailure error={save.error} />
      <Group>
        <Button
          loading={save.isPending}
          onClick={() =>
            save.mutate(draft, {
              onSuccess: () => notifications.show({ color: 'teal', message: t('adoptionSaved') }),
            })
          }
        >
          {common('save')}
        </Button>
      </Group>
      {save.isSuccess && <Loading id={id} />}
    </Section>
  )
}

/** The backfill that follows a change. */
function Loading({ id }: { id: string }) {
  const { data } = useQuery(backfillQuery(id))
  return data?.run?.state === 'running' ? <BackfillProgress run={data.run} /> : null
}
