import {
  Anchor,
  Button,
  Checkbox,
  Collapse,
  Group,
  Modal,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { FormFailure } from '@/components/FormFailure'
import { fieldErrors } from '@/components/field-errors'
import { commonTexts } from '@/components/texts'
import { AdFields } from '@/features/leads/AdFields'
import { useAddLead } from '@/features/leads/api'
import { asDraft, type DraftForm, emptyDraft, faultsOf } from '@/features/leads/draft'
import { leadTexts } from '@/features/leads/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

export function AddLead({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const t = useTexts(leadTexts)
  return (
    <Modal opened={isOpen} onClose={close} title={t('addLead')} size="lg">
      <AddLeadForm close={close} />
    </Modal>
  )
}

const errorsOf = (error: unknown) => fieldErrors(error, { lead_already_linked: 'amocrm_lead_id' })

function AddLeadForm({ close }: { close: () => void }) {
  const t = useTexts(leadTexts)
  const common = useTexts(commonTexts)
  const account = useAccount()
  const navigate = useNavigate()
  const [hasDetails, details] = useDisclosure(false)
  const add = useAddLead(account.id)
  const form = useForm<DraftForm>({
    initialValues: emptyDraft(account.push_leads),
    validate: (values) =>
      Object.fromEntries(Object.entries(faultsOf(values)).map(([field, fault]) => [field, t(fault)])),
    onValuesChange: () => add.reset(),
  })
  const refused = errorsOf(add.error)
  const isLinked = form.values.amocrm_lead_id.trim() !== ''

  const submit = form.onSubmit((values) =>
    add.mutate(asDraft(values), {
      onSuccess: (lead) => {
        close()
        notifications.show({ color: 'teal', message: t('added') })
        void navigate({
          to: '/a/$accountId/leads/$leadId',
          params: { accountId: account.id, leadId: lead.id },
        })
      },
      onError: (error) => form.setErrors(errorsOf(error)),
    }),
  )

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Group grow align="flex-start" preventGrowOverflow={false} gap="sm">
          <TextInput
            label={t('name')}
            maxLength={500}
            data-autofocus
            miw={200}
            {...form.getInputProps('name')}
          />
          <Select
            label={t('formSource')}
            allowDeselect={false}
            miw={200}
            data={(['manual', 'website', 'whatsapp'] as const).map((value) => ({
              value,
              label: t(`source_${value}`),
            }))}
            {...form.getInputProps('source_type')}
          />
        </Group>
        <Text size="sm" c="dimmed">
          {t('contactHint')}
        </Text>
        <Group grow align="flex-start" preventGrowOverflow={false} gap="sm">
          <TextInput
            type="tel"
            label={t('phone')}
            placeholder="+7 999 123-45-67"
            maxLength={100}
            miw={200}
            {...form.getInputProps('phone')}
          />
          <TextInput
            type="email"
            label={t('email')}
            maxLength={320}
            miw={200}
            {...form.getInputProps('email')}
          />
        </Group>
        {form.values.source_type === 'whatsapp' && (
          <TextInput
            label={t('chatId')}
            description={t('chatIdHint')}
            maxLength={200}
            {...form.getInputProps('chat_id')}
          />
        )}
        <Textarea
          label={t('message')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          {...form.getInputProps('message')}
        />
        <div>
          <Anchor
            component="button"
            type="button"
            size="sm"
            aria-expanded={hasDetails}
            onClick={details.toggle}
          >
            {t('details')}
          </Anchor>
          <Collapse expanded={hasDetails || 'amocrm_lead_id' in refused}>
            <AdFields form={form} />
          </Collapse>
        </div>
        <Checkbox
          label={t('push')}
          description={account.push_leads ? t('pushHint') : t('pushOff')}
          disabled={!account.push_leads || isLinked}
          {...form.getInputProps('push', { type: 'checkbox' })}
        />
        <FormFailure error={add.error} told={refused} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('add')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
