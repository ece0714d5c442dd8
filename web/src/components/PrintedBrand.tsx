import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { brandingQuery } from '@/lib/branding'

/** The agency above a printed page. */
export function PrintedBrand() {
  const { data: brand } = useQuery(brandingQuery)
  if (!brand) return null
  return (
    <div className="print-only" style={{ borderBottom: `3px solid ${brand.color}` }}>
      <Group gap="sm" pb={6}>
        {brand.logo_url && <img src={brand.logo_url} alt="" height={28} />}
        <Text fw={700}>{brand.name}</Text>
      </Group>
    </div>
  )
}
