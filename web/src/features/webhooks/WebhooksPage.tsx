import { Button, SegmentedControl, Stack, useMatches } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconRotateClockwise } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ButtonLink } from '@/components/Links'
import { Page } from '@/components/Page'
import { Empty, Failure, Loading } from '@/components/States'
import { commonTexts } from '@/components/texts'
import { deliveriesQuery } from '@/features/webhooks/api'
import { DeliveryTable } from '@/features/webhooks/DeliveryTable'
import { RecoverDialog } from '@/features/webhooks/RecoverDialog'
import { deliveryStates, readDeliveryList } from '@/features/webhooks/search'
import { webhookTexts } from '@/features/webhooks/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The log of webhook deliveries. */
export function WebhooksPage() {
  const t = useTexts(webhookTexts)
  const { state } = readDeliveryList(useSearch({ strict: false }))
  const navigate = useNavigate()
  const size = useMatches({ base: 'xs', sm: 'sm' }) // five words beside each other on a phone
  const [isRecovering, { open, close }] = useDisclosure(false)
  const show = (chosen: string) =>
    void navigate({
      to: '.',
      replace: true,
      search: (before) => ({ ...before, state: deliveryStates.find((known) => known === chosen) }),
    })
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Button variant="default" leftSection={<IconRotateClockwise size={18} />} onClick={open}>
          {t('recover')}
        </Button>
      }
    >
      <SegmentedControl
        aria-label={t('state')}
        value={state ?? 'all'}
        onChange={show}
        data={(['all', ...deliveryStates] as const).map((value) => ({ value, label: t(`state_${value}`) }))}
        maw={620}
        size={size}
      />
      <Deliveries />
      <RecoverDialog opened={isRecovering} onClose={close} />
    </Page>
  )
}

function Deliveries() {
  const t = useTexts(webhookTexts)
  const common = useTexts(commonTexts)
  const { id: accountId } = useAccount()
  const { state } = readDeliveryList(useSearch({ strict: false }))
  const query = useInfiniteQuery(deliveriesQuery(accountId, state))
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const deliveries = query.data.pages.flatMap((page) => page.items)
  if (deliveries.length === 0)
    return state ? (
      <Empty
        title={t('emptyState')}
        hint={t('emptyStateHint')}
        action={
          <ButtonLink to="/a/$accountId/webhooks" params={{ accountId }} variant="default">
            {t('showAll')}
          </ButtonLink>
        }
      />
    ) : (
      <Empty
        title={t('empty')}
        hint={t('emptyHint')}
        action={
          <ButtonLink to="/a/$accountId/settings" params={{ accountId }} variant="default">
            {t('toSettings')}
          </ButtonLink>
        }
      />
    )
  return (
    <Stack>
      <DeliveryTable deliveries={deliveries} />
      {query.hasNextPage && (
        <Button
          variant="default"
          style={{ alignSelf: 'center' }}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {common('more')}
        </Button>
      )}
    </Stack>
  )
}
