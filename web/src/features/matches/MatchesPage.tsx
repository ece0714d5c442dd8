import { Button, Center, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ButtonLink } from '@/components/Links'
import { Page } from '@/components/Page'
import { Empty, Failure, Loading } from '@/components/States'
import { commonTexts } from '@/components/texts'
import { matchesQuery } from '@/features/matches/api'
import { MatchCard } from '@/features/matches/MatchCard'
import { matchTexts } from '@/features/matches/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

export function MatchesPage() {
  const t = useTexts(matchTexts)
  return (
    <Page title={t('title')} description={t('hint')}>
      <Queue />
    </Page>
  )
}

function Queue() {
  const t = useTexts(matchTexts)
  const common = useTexts(commonTexts)
  const format = useFormat()
  const { id } = useAccount()
  const query = useInfiniteQuery(matchesQuery(id))
  const [next, setNext] = useState<string | undefined>()
  if (query.isPending) return <Loading lines={8} />
  if (query.isError && !query.data) return <Failure error={query.error} retry={() => void query.refetch()} />

  const matches = query.data.pages.flatMap((page) => page.items)
  if (matches.length === 0)
    return (
      <Empty
        title={t('none')}
        hint={t('noneHint')}
        action={
          <ButtonLink to="/a/$accountId/leads" params={{ accountId: id }} variant="default">
            {t('toLeads')}
          </ButtonLink>
        }
      />
    )
  const shown = format.count(matches.length)
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" role="status">
        {query.hasNextPage ? t('waitingMore', { shown }) : t('waiting', { count: matches.length, shown })}.{' '}
        <Text span inherit visibleFrom="sm">
          {t('keys')}.
        </Text>
      </Text>
      {matches.map((match, i) => (
        <MatchCard
          key={match.id}
          match={match}
          isNext={match.id === next}
          whenDecided={() => setNext((matches[i + 1] ?? matches[i - 1])?.id)}
        />
      ))}
      {query.hasNextPage && (
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
