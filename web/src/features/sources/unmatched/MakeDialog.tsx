import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { commonTexts } from '@/components/texts'
import { type UnmatchedMark, useMakeCreatives } from '@/features/sources/api'
import { planOf } from '@/features/sources/parts'
import classes from '@/features/sources/sources.module.css'
import { sourcesTexts } from '@/features/sources/texts'
import { DirectionField } from '@/features/sources/unmatched/DirectionField'
import { useAccount } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { useTexts } from '@/lib/texts'

const shown = 8

/** Makes a creative of each chosen value. */
export function MakeDialog({
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
  const make = useMakeCreatives(id)
  const [directionId, setDirectionId] = useState<string | null>(null)
  const values = picked.map(({ value }) => value)
  const plan = planOf(code, values, creatives)
  const confirm = () =>
    make.mutate(
      { plan, directionId },
      {
        onSuccess: () => {
          notifications.show({ color: 'teal', message: t('sorted', { count: values.length }) })
          done()
        },
      },
    )
  return (
    <Modal
      opened
      onClose={close}
      title={t('make', { count: picked.length })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text size="sm" className={classes.value}>
          {values.slice(0, shown).join(', ')}
          {values.length > shown && '…'}
        </Text>
        <DirectionField value={directionId} onChange={setDirectionId} />
        <Text size="sm" c="dimmed">
          {t('makeHint')} {plan.known.length > 0 && t('sameTitle', { count: plan.known.length })}
        </Text>
        <FormFailure error={make.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {common('cancel')}
          </Button>
          <Button loading={make.isPending} data-autofocus onClick={confirm}>
            {t('make', { count: picked.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
