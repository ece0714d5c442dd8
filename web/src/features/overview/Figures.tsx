import { Grid, Stack } from '@mantine/core'
import { FilterBar } from '@/components/FilterBar'
import { Head } from '@/features/overview/Head'
import { SmallFunnel } from '@/components/SmallFunnel'
import { Trend } from '@/components/trend/Trend'
import { Verdicts } from '@/features/overview/Verdicts'
import { useFilter } from '@/lib/use-filter'

export function Figures() {
  const { request } = useFilter()
  return (
    <Stack gap="lg">
      <FilterBar />
      <Head />
      <Trend request={request} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Verdicts />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <SmallFunnel request={request} />
        </Grid.Col>
      </Grid>
    </Stack>
  )
}
