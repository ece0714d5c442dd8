import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { commonTexts } from '@/components/texts'
import { useFormFaults } from '@/components/use-form-faults'
import { type Direction, useSaveDirection } from '@/features/settings/api'
import { campaignTexts } from '@/features/settings/campaign-texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

export function DirectionDialog({ direction, onClose }: { direction?: Direction; onClose: () => void }) {
  const t = useTexts(campaignTexts)
  const common = useTexts(commonTexts)
  const save = useSaveDirection(useAccount().id, direction?.id)
  const errors = fieldErrors(save.error)
  const [name, setName] = useState(direction?.name ?? '')
  const { form, faults } = useFormFaults(() => save.mutate({ name: name.trim() }, { onSuccess: onClose }))
  return (
    <Modal
      opened
      onClose={onClose}
      title={direction ? t('editDirection', { title: direction.name }) : t('addDirection')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form {...form}>
        <Stack>
          <FormFailure error={save.error} told={errors} />
          <TextInput
            label={t('name')}
            name="name"
            required
            data-autofocus
            value={name}
            error={faults.name ?? errors.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={save.isPending}>
            {common('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
