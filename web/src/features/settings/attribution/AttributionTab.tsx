import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { AdoptionSection } from '@/features/settings/attribution/AdoptionSection'
import { MappingSection } from '@/features/settings/attribution/MappingSection'
import { useAccount } from '@/lib/account'
import { attributionQuery } from '@/lib/attribution'

/** The deals that count as leads, and the fields that tell whose they are. */
export function AttributionTab() {
  const query = useQuery({ ...attributionQuery(useAccount().id), refetchInterval: false })
  return (
    <Stack gap="lg" maw={760}>
      <QueryView query={query}>
        {(settings) => (
          <>
            <AdoptionSection settings={settings} />
            <MappingSection settings={settings} />
          </>
        )}
      </QueryView>
    </Stack>
  )
}
