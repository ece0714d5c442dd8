import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { sourcesTexts } from '@/features/sources/texts'
import { useAccount } from '@/lib/account'
import { directionsQuery } from '@/lib/directions'
import { useTexts } from '@/lib/texts'

/** The direction of new creatives; nothing where the account has none. */
export function DirectionField({
  value,
  onChange,
}: {
  value: string | null
  onChange: (id: string | null) => void
}) {
  const t = useTexts(sourcesTexts)
  const { data: directions = [] } = useQuery(directionsQuery(useAccount().id))
  if (directions.length === 0) return null
  return (
    <Select
      label={t('direction')}
      placeholder={t('noDirection')}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      data={directions.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}
