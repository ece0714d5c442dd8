import { ActionIcon, Group, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { DealField } from '@/features/settings/attribution/api'
import {
  fieldOptions,
  type MappingDraft,
  namedMeanings,
  utmMeanings,
} from '@/features/settings/attribution/mapping'
import { attributionTexts } from '@/features/settings/attribution/texts'
import { useTexts } from '@/lib/texts'

/** A field of deals and its meaning. */
export function MappingRow({
  draft,
  drafts,
  fields,
  change,
  remove,
}: {
  draft: MappingDraft
  drafts: readonly MappingDraft[]
  fields: readonly DealField[]
  change: (draft: MappingDraft) => void
  remove: () => void
}) {
  const t = useTexts(attributionTexts)
  const field = fields.find(({ code }) => code === draft.code)
  const removing = t('remove', { name: field?.name ?? draft.code ?? '…' })
  return (
    <Group gap="sm" align="flex-start">
      <Select
        label={t('field')}
        placeholder={t('chooseField')}
        description={field && field.examples.length > 0 ? field.examples.join(', ') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        searchable
        allowDeselect={false}
        w={{ base: '100%', xs: 'auto' }}
        flex={{ xs: 1 }}
        data={fieldOptions(fields, drafts)}
        value={draft.code}
        onChange={(code) => change({ ...draft, code })}
      />
      <Select
        label={t('meaning')}
        allowDeselect={false}
        w={{ base: 'calc(100% - 48px)', xs: 230 }}
        data={[
          ...namedMeanings.map((value) => ({ value, label: t(`meaning_${value}`) })),
          ...utmMeanings.map((value) => ({ value, label: t('meaning_utm', { code: value }) })),
        ]}
        value={draft.meaning}
        onChange={(meaning) => change({ ...draft, meaning: meaning ?? draft.meaning })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        mt={24}
        aria-label={removing}
        title={removing}
        onClick={remove}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  )
}
