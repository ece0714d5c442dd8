import { Badge, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { saleQuery } from '@/features/leads/api'
import type { Lead, Sale } from '@/features/leads/types'
import { Fact, Facts, Panel } from '@/features/leads/card/Panel'
import { cardTexts } from '@/features/leads/card/texts'
import { leadTexts } from '@/features/leads/texts'
import { useFormat } from '@/lib/account'
import { readablePhone } from '@/lib/phone'
import { useTexts } from '@/lib/texts'

const colours = { paid: 'teal', lost: 'gray', reversed: 'orange' } as const

export function SalePanel({ lead }: { lead: Lead }) {
  const t = useTexts(cardTexts)
  const ofLead = useTexts(leadTexts)
  const query = useQuery(saleQuery(lead.user_account_id, lead.id))
  const sale = query.data
  return (
    <Panel
      title={ofLead('sale')}
      aside={
        sale && (
          <Badge color={colours[sale.status]} variant="light" tt="none" radius="sm">
            {t(sale.status)}
          </Badge>
        )
      }
    >
      <QueryView query={query} lines={2}>
        {(sale) =>
          sale ? (
            <SaleFacts sale={sale} />
          ) : (
            <Text size="sm" c="dimmed">
              {t('noSale')}
            </Text>
          )
        }
      </QueryView>
    </Panel>
  )
}

function SaleFacts({ sale }: { sale: Sale }) {
  const t = useTexts(cardTexts)
  const format = useFormat()
  const buyer = [sale.client_name, sale.client_phone && readablePhone(sale.client_phone)].filter(Boolean)
  return (
    <Facts>
      <Fact name={t('amount')}>
        <Text inherit fw={600}>
          {format.money(sale.amount, sale.currency)}
        </Text>
      </Fact>
      <Fact name={t('closedAt')}>{format.time(sale.closed_at)}</Fact>
      {sale.loss_reason && <Fact name={t('lossReason')}>{sale.loss_reason}</Fact>}
      {buyer.length > 0 && <Fact name={t('buyer')}>{buyer.join(', ')}</Fact>}
    </Facts>
  )
}
