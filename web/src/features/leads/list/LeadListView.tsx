import { Button, Center, Group, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { DataAge } from '@/components/DataAge'
import { Failure, Loading } from '@/components/States'
import { commonTexts } from '@/components/texts'
import { leadsQuery } from '@/features/leads/api'
import { LeadCards } from '@/features/leads/list/LeadCards'
import { LeadTable } from '@/features/leads/list/LeadTable'
import { NoLeads } from '@/features/leads/list/NoLeads'
import { leadTexts } from '@/features/leads/texts'
import { useLeadList } from '@/features/leads/use-lead-list'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

export function LeadListView({ add }: { add: () => void }) {
  const t = useTexts(leadTexts)
  const common = useTexts(commonTexts)
  const format = useFormat()
  const isNarrow = useMediaQuery('screen and (max-width: 48em)', undefined, {
    getInitialValueInEffect: false,
  })
  const { request } = useLeadList()
  const query = useInfiniteQuery(leadsQuery(request))
  if (query.isPending) return <Loading lines={10} />
  if (query.isError && !query.data) return <Failure error={query.error} retry={() => void query.refetch()} />

  const leads = query.data.pages.flatMap((page) => page.items)
  if (leads.length === 0 && !query.isPlaceholderData) return <NoLeads add={add} />
  const shown = { count: leads.length, shown: format.count(leads.length) }
  return (
    <Stack gap="sm" opacity={query.isPlaceholderData ? 0.55 : 1} aria-busy={query.isFetching}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" role="status">
          {query.hasNextPage ? `${t('shown', shown)}, ${t('andMore')}` : t('found', shown)}
        </Text>
        <DataAge of="leads" />
      </Group>
      {isNarrow ? <LeadCards leads={leads} /> : <LeadTable leads={leads} />}
      {query.isFetchNextPageError && <Failure error={query.error} retry={() => void query.fetchNextPage()} />}
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
