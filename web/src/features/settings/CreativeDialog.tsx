import { Button, Modal, Select, Stack, TagsInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { commonTexts } from '@/components/texts'
import { useFormFaults } from '@/components/use-form-faults'
import { type Creative, useSaveCreative } from '@/features/settings/api'
import { campaignTexts } from '@/features/settings/campaign-texts'
import { useAccount } from '@/lib/account'
import { directionsQuery } from '@/lib/directions'
import { useTexts } from '@/lib/texts'

/** Adds a creative, or changes one. */
export function CreativeDialog({ creative, onClose }: { creative?: Creative; onClose: () => void }) {
  const t = useTexts(campaignTexts)
  const common = useTexts(commonTexts)
  const { id: accountId } = useAccount()
  const { data: directions = [] } = useQuery(directionsQuery(accountId))
  const save = useSaveCreative(accountId, creative?.id)
  const [title, setTitle] = useState(creative?.title ?? '')
  const [direction_id, setDirection] = useState(creative?.direction_id ?? null)
  const [ad_ids, setAds] = useState(creative?.ad_ids.map(String) ?? [])
  const errors = fieldErrors(save.error, { ad_taken: 'ad_ids' })
  const { form, faults } = useFormFaults(() =>
    save.mutate({ title: title.trim(), direction_id, ad_ids }, { onSuccess: onClose }),
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={creative ? t('editCreative', { title: creative.title }) : t('addCreative')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form {...form}>
        <Stack>
          <FormFailure error={save.error} told={errors} />
          <TextInput
            name="title"
            label={t('name')}
            required
            data-autofocus
            value={title}
            error={faults.title ?? errors.title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label={t('direction')}
            placeholder={t('noDirection')}
            data={directions.map(({ id, name }) => ({ value: id, label: name }))}
            clearable
            clearButtonProps={{ 'aria-label': common('clear') }}
            value={direction_id}
            error={errors.direction_id}
            onChange={setDirection}
          />
          <TagsInput
            label={t('ads')}
            description={t('adsHint')}
            value={ad_ids}
            error={errors.ad_ids}
            splitChars={[',', ' ', ';']}
            acceptValueOnBlur
            onChange={setAds}
          />
          <Button type="submit" loading={save.isPending}>
            {common('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
