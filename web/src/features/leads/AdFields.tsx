import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { DraftForm } from '@/features/leads/draft'
import { leadTexts } from '@/features/leads/texts'
import { useAccount } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { directionsQuery } from '@/lib/directions'
import { useTexts } from '@/lib/texts'

const marks = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as const

/** Fields of the ad, and of an existing deal. */
export function AdFields({ form }: { form: UseFormReturnType<DraftForm> }) {
  const t = useTexts(leadTexts)
  const { id } = useAccount()
  const { data: creatives = [] } = useQuery(creativesQuery(id))
  const { data: directions = [] } = useQuery(directionsQuery(id))
  return (
    <Stack gap="sm" pt="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('adId')}
          description={t('adIdHint')}
          maxLength={200}
          {...form.getInputProps('ad_id')}
        />
        <TextInput
          label={t('dealId')}
          description={t('dealIdHint')}
          inputMode="numeric"
          {...form.getInputProps('amocrm_lead_id')}
        />
        <Select
          label={t('creative')}
          placeholder={t('creativeByAd')}
          clearable
          searchable
          data={creatives.map((creative) => ({ value: creative.id, label: creative.title }))}
          {...form.getInputProps('creative_id')}
        />
        <Select
          label={t('direction')}
          placeholder={t('directionByCreative')}
          clearable
          searchable
          data={directions.map((direction) => ({ value: direction.id, label: direction.name }))}
          {...form.getInputProps('direction_id')}
        />
        {marks.map((mark) => (
          <TextInput key={mark} label={mark} maxLength={1000} {...form.getInputProps(mark)} />
        ))}
      </SimpleGrid>
    </Stack>
  )
}
