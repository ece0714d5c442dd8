import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { commonTexts } from '@/components/texts'
import { funnelTexts } from '@/features/funnel/texts'
import { useAccount } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { unknownCreative } from '@/lib/figures'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

export function CreativeFilter() {
  const t = useTexts(funnelTexts)
  const common = useTexts(commonTexts)
  const { id } = useAccount()
  const { filter, change } = useFilter()
  const { data: creatives = [] } = useQuery(creativesQuery(id))
  if (creatives.length === 0) return null
  const inDirection = creatives.filter(
    ({ direction_id }) => !filter.directionId || direction_id === filter.directionId,
  )
  return (
    <Select
      label={t('creative')}
      placeholder={t('allCreatives')}
      w={{ base: '100%', xs: 260 }}
      clearable
      clearButtonProps={{ 'aria-label': common('clear') }}
      searchable
      value={filter.creativeId ?? null}
      onChange={(creativeId) => change({ creativeId: creativeId ?? undefined })}
      data={[
        ...inDirection.map((creative) => ({ value: creative.id, label: creative.title })),
        { value: unknownCreative, label: t('noCreative') },
      ]}
    />
  )
}
