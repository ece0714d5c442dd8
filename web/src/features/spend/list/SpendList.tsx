import { Button, Center, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Allowed } from '@/components/Allowed'
import { Section } from '@/components/Section'
import { Empty, Failure, Loading } from '@/components/States'
import { commonTexts } from '@/components/texts'
import { spendQuery, totalsQuery } from '@/features/spend/api'
import { RemovePeriod } from '@/features/spend/list/RemovePeriod'
import { SpendFilters } from '@/features/spend/list/SpendFilters'
import { SpendTable } from '@/features/spend/list/SpendTable'
import { spendTexts } from '@/features/spend/texts'
import { useSpendList } from '@/features/spend/use-spend-list'
import { useTexts } from '@/lib/texts'

/** Spend of the period by day and ad, with sums. */
export function SpendList() {
  const t = useTexts(spendTexts)
  return (
    <Section
      title={t('list')}
      aside={
        <Allowed to="work">
          <RemovePeriod />
        </Allowed>
      }
    >
      <Group gap="sm" align="flex-end" className="screen-only">
        <SpendFilters />
      </Group>
      <Rows />
    </Section>
  )
}

function Rows() {
  const t = useTexts(spendTexts)
  const common = useTexts(commonTexts)
  const { request } = useSpendList()
  const query = useInfiniteQuery(spendQuery(request))
  const { data: totals = [] } = useQuery(totalsQuery(request))
  if (query.isPending) return <Loading lines={8} />
  if (query.isError && !query.data) return <Failure error={query.error} retry={() => void query.refetch()} />
  const rows = query.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <Empty title={t('noSpend')} hint={t('noSpendHint')} />
  return (
    <Stack gap="sm" opacity={query.isPlaceholderData ? 0.55 : 1} aria-busy={query.isFetching}>
      <SpendTable rows={rows} totals={totals} />
      {query.isFetchNextPageError && <Failure error={query.error} retry={() => void query.fetchNextPage()} />}
      {query.hasNextPage && (
        <Text size="xs" c="dimmed" className="print-only">
          {t('notAllRows', { count: rows.length })}
        </Text>
      )}
      {query.hasNextPage && !query.isFetchNextPageError && (
        <Center>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {common('more')}
          </Button>
        </Center>
      )}
    </Stack>
  )
}
