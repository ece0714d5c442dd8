import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { commonTexts } from '@/components/texts'
import { useCorrectLead } from '@/features/leads/api'
import { whyOf } from '@/features/leads/attribution'
import { attributionTexts } from '@/features/leads/card/attribution-texts'
import type { Lead } from '@/features/leads/types'
import { creativesQuery } from '@/lib/creatives'
import { useTexts } from '@/lib/texts'

const nobody = 'none'

/** Sets the creative that brought the lead, whatever its marks say, or lets them decide again. */
export function CorrectDialog({ lead, close }: { lead: Lead; close: () => void }) {
  const t = useTexts(attributionTexts)
  const common = useTexts(commonTexts)
  const { data: creatives = [] } = useQuery(creativesQuery(lead.user_account_id))
  const correct = useCorrectLead(lead.user_account_id, lead.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const isSet = ['person', 'personNone'].includes(whyOf(lead))
  const done = {
    onSuccess: () => {
      notifications.show({ color: 'teal', message: t('corrected') })
      close()
    },
  }
  const options = creatives
    .filter(({ id }) => id !== lead.creative_id)
    .map(({ id, title, is_archived }) => ({
      value: id,
      label: is_archived ? t('archived', { title }) : title,
    }))
  return (
    <Modal
      opened
      onClose={close}
      title={t('correctTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Select
          label={t('creative')}
          placeholder={t('choose')}
          searchable
          value={chosen}
          onChange={setChosen}
          data={[...options, { value: nobody, label: t('none') }]}
        />
        <Text size="sm" c="dimmed">
          {t('correctHint')}
        </Text>
        <FormFailure error={correct.error} />
        <Group justify="flex-end">
          {isSet && (
            <Button
              variant="subtle"
              mr="auto"
              disabled={correct.isPending}
              onClick={() => correct.mutate({ reset_attribution: true }, done)}
            >
              {t('byMarks')}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {common('cancel')}
          </Button>
          <Button
            loading={correct.isPending}
            disabled={!chosen}
            onClick={() => correct.mutate({ creative_id: chosen === nobody ? null : chosen }, done)}
          >
            {common('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
