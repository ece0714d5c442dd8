import { Button, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { commonTexts } from '@/components/texts'
import { type UnmatchedMark, useJoinValues } from '@/features/sources/api'
import { partsOf, planOf } from '@/features/sources/parts'
import { sourcesTexts } from '@/features/sources/texts'
import { DirectionField } from '@/features/sources/unmatched/DirectionField'
import { useAccount } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { useTexts } from '@/lib/texts'

/** Gives all chosen values to one creative. */
export function JoinDialog({
  code,
  picked,
  close,
  done,
}: {
  code: string
  picked: readonly UnmatchedMark[]
  close: () => void
  done: () => void
}) {
  const t = useTexts(sourcesTexts)
  const common = useTexts(commonTexts)
  const { id } = useAccount()
  const { data: creatives = [] } = useQuery(creativesQuery(id))
  const living = creatives.filter((creative) => !creative.is_archived)
  const join = useJoinValues(id)
  const [wanted, setWanted] = useState<'existing' | 'new'>()
  const [creativeId, setCreativeId] = useState<string | null>(null)
  const [title, setTitle] = useState(picked[0]?.value ?? '')
  const [directionId, setDirectionId] = useState<string | null>(null)
  const way = wanted ?? (living.length > 0 ? 'existing' : 'new')
  const first = picked[0]?.value ?? ''
  const likely = planOf(code, [first], living).known[0]?.creative.id ?? null
  const chosenId = creativeId ?? likely
  const creative = way === 'existing' ? living.find((known) => known.id === chosenId) : undefined
  const parts = partsOf(
    code,
    picked.map(({ value }) => value),
  )
  const confirm = () =>
    join.mutate(creative ? { parts, creative } : { parts, title: title.trim(), directionId }, {
      onSuccess: (joined) => {
        notifications.show({ color: 'teal', message: t('joined', { title: joined.title }) })
        done()
      },
    })
  return (
    <Modal
      opened
      onClose={close}
      title={t('joinTitle', { count: picked.length })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text size="sm">{t('joinHint')}</Text>
        {living.length > 0 && (
          <SegmentedControl
            fullWidth
            aria-label={t('toWhich')}
            value={way}
            onChange={(next) => setWanted(next as typeof way)}
            data={(['existing', 'new'] as const).map((value) => ({ value, label: t(value) }))}
          />
        )}
        {way === 'existing' ? (
          <Select
            label={t('creative')}
            placeholder={t('chooseCreative')}
            searchable
            value={chosenId}
            onChange={setCreativeId}
            data={living.map((known) => ({ value: known.id, label: known.title }))}
          />
        ) : (
          <>
            <TextInput
              label={t('newTitle')}
              maxLength={500}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <DirectionField value={directionId} onChange={setDirectionId} />
          </>
        )}
        <FormFailure error={join.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {common('cancel')}
          </Button>
          <Button
            loading={join.isPending}
            disabled={way === 'existing' ? !creative : title.trim() === ''}
            onClick={confirm}
          >
            {t('joinNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
