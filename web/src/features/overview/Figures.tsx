import { Grid, Stack } from '@mantine/core'
import { FilterBar } from '@/components/FilterBar'
import { Head } from '@/features/overview/Head'
import { SmallFunnel } from '@/features/overview/SmallFunnel'
import { Trend } from '@/features/overview/Trend'
import { Verdicts } from '@/features/overview/Verdicts'

export function Figures() {
  return (
    <Stack gap="lg">
      <FilterBar />
      <Head />
      <Trend />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Verdicts />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <SmallFunnel />
        </Grid.Col>
      </Grid>
    </Stack>
  )
}
