import { Button, Fieldset, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { commonTexts } from '@/components/texts'
import { useFormFaults } from '@/components/use-form-faults'
import { type Direction, useSaveDirection } from '@/features/settings/api'
import { campaignTexts } from '@/features/settings/campaign-texts'
import { useAccount } from '@/lib/account'
import { useLanguage } from '@/lib/language'
import { useTexts } from '@/lib/texts'
import { nbsp } from '@/lib/typography'

const targetNames = ['cpql', 'cac', 'romi'] as const

const suffixOf = (target: string, currency: string | null) =>
  target === 'romi' ? '\u00a0%' : currency ? `${nbsp}${currency}` : ''

/** Adds a direction, or changes its name and targets. */
export function DirectionDialog({ direction, onClose }: { direction?: Direction; onClose: () => void }) {
  const t = useTexts(campaignTexts)
  const common = useTexts(commonTexts)
  const { id: accountId, currency } = useAccount()
  const decimalSeparator = useLanguage() === 'ru' ? ',' : '.'
  const save = useSaveDirection(accountId, direction?.id)
  const errors = fieldErrors(save.error)
  const [name, setName] = useState(direction?.name ?? '')
  const [targets, setTargets] = useState(direction?.targets ?? { cpql: null, cac: null, romi: null })
  const { form, faults } = useFormFaults(() =>
    save.mutate({ name: name.trim(), targets }, { onSuccess: onClose }),
  )
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
          <Fieldset legend={t('targets')}>
            <Stack gap="xs">
              <Text size="xs" c="dimmed">
                {t('targetsHint')}
              </Text>
              {targetNames.map((target) => (
                <NumberInput
                  key={target}
                  name={`targets.${target}`}
                  label={t(`target_${target}`)}
                  placeholder={t('noTarget')}
                  suffix={suffixOf(target, currency)}
                  hideControls
                  allowNegative={target === 'romi'}
                  decimalScale={2}
                  decimalSeparator={decimalSeparator}
                  allowedDecimalSeparators={[',', '.']}
                  thousandSeparator={nbsp}
                  value={targets[target] ?? ''}
                  error={errors[target]}
                  onChange={(value) =>
                    setTargets({ ...targets, [target]: typeof value === 'number' ? value : null })
                  }
                />
              ))}
            </Stack>
          </Fieldset>
          <Button type="submit" loading={save.isPending}>
            {common('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
