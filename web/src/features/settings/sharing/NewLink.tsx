import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CopyField } from '@/components/CopyField'
import { FormFailure } from '@/components/FormFailure'
import { commonTexts } from '@/components/texts'
import { useFormFaults } from '@/components/use-form-faults'
import { sharePages, useShare } from '@/features/settings/sharing/api'
import { sharingTexts } from '@/features/settings/sharing/texts'
import { useAccount } from '@/lib/account'
import { type Preset, presetPeriod, presets, today } from '@/lib/period'
import { pipelinesQuery } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

const lives = ['7', '30', '90', 'never'] as const
const dayMs = 86_400_000
const width = { base: '100%', xs: 200 }

/** Creates a share link and shows its address once. */
export function NewLink() {
  const t = useTexts(sharingTexts)
  const common = useTexts(commonTexts)
  const { id, time_zone } = useAccount()
  const { data: pipelines = [] } = useQuery(pipelinesQuery(id))
  const share = useShare(id)
  const [title, setTitle] = useState('')
  const [password, setPassword] = useState('')
  const [page, setPage] = useState<(typeof sharePages)[number]>('overview')
  const [preset, setPreset] = useState<Preset>('30d')
  const [life, setLife] = useState<(typeof lives)[number]>('30')
  const [pipeline, setPipeline] = useState<string | null>(null)
  const pipelineId = Number(pipeline ?? pipelines[0]?.pipeline_id)
  const { form, faults } = useFormFaults(() =>
    share.mutate(
      {
        title: title.trim(),
        page,
        filter: {
          ...presetPeriod(preset, today(time_zone)),
          pipeline_id: page === 'funnel' && pipelineId ? pipelineId : null,
        },
        expires_at: life === 'never' ? null : new Date(Date.now() + Number(life) * dayMs).toISOString(),
        hide_contacts: true,
        password: password || null,
      },
      {
        onSuccess: () => {
          setTitle('')
          setPassword('')
        },
      },
    ),
  )
  return (
    <form {...form} className="screen-only">
      <Stack>
        <FormFailure error={share.error} />
        <Group align="flex-start">
          <TextInput
            name="title"
            label={t('name')}
            required
            maxLength={200}
            w={{ base: '100%', xs: 280 }}
            value={title}
            error={faults.title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label={t('page')}
            w={width}
            allowDeselect={false}
            value={page}
            onChange={(chosen) => setPage(sharePages.find((known) => known === chosen) ?? page)}
            data={sharePages.map((value) => ({ value, label: t(`page_${value}`) }))}
          />
          {page === 'funnel' && (
            <Select
              label={t('pipeline')}
              w={width}
              allowDeselect={false}
              value={String(pipelineId)}
              onChange={setPipeline}
              data={pipelines.map((known) => ({
                value: String(known.pipeline_id),
                label: known.pipeline_name,
              }))}
            />
          )}
          <Select
            label={t('days')}
            w={width}
            allowDeselect={false}
            value={preset}
            onChange={(chosen) => setPreset(presets.find((known) => known === chosen) ?? preset)}
            data={presets.map((value) => ({ value, label: common(`period_${value}` as 'period_own') }))}
          />
          <Select
            label={t('expires')}
            w={width}
            allowDeselect={false}
            value={life}
            onChange={(chosen) => setLife(lives.find((known) => known === chosen) ?? life)}
            data={lives.map((value) => ({ value, label: t(`expires_${value}`) }))}
          />
          <TextInput
            name="password"
            label={t('password')}
            autoComplete="off"
            maxLength={256}
            w={{ base: '100%', xs: 240 }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </Group>
        <Button type="submit" loading={share.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('create')}
        </Button>
        {share.data && <CopyField label={t('created')} description={t('once')} value={share.data.url} />}
      </Stack>
    </form>
  )
}
