import { Stack, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { spendQuery } from '@/features/settings/api'
import { Section } from '@/features/settings/Section'
import { SpendUpload } from '@/features/settings/SpendUpload'
import { campaignTexts } from '@/features/settings/campaign-texts'
import { useAccount, useFormat } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { useTexts } from '@/lib/texts'

/** Ad spend: upload and list. */
export function SpendTab() {
  return (
    <Stack gap="lg">
      <div className="screen-only">
        <SpendUpload />
      </div>
      <SpendList />
    </Stack>
  )
}

function SpendList() {
  const t = useTexts(campaignTexts)
  const format = useFormat()
  const { id } = useAccount()
  const query = useQuery(spendQuery(id))
  const { data: creatives = [] } = useQuery(creativesQuery(id))
  const titleOf = (creativeId: string | null) =>
    creatives.find((creative) => creative.id === creativeId)?.title
  return (
    <Section title={t('tab_spend')}>
      <QueryView query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('noSpend')} hint={t('noSpendHint')} />
          ) : (
            <Table.ScrollContainer minWidth={620}>
              <Table verticalSpacing="xs" tabularNums>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('date')}</Table.Th>
                    <Table.Th scope="col">{t('ad')}</Table.Th>
                    <Table.Th scope="col" ta="right">
                      {t('spend')}
                    </Table.Th>
                    <Table.Th scope="col" ta="right">
                      {t('impressions')}
                    </Table.Th>
                    <Table.Th scope="col" ta="right">
                      {t('clicks')}
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={row.id}>
                      <Table.Td>{format.day(row.date)}</Table.Td>
                      <Table.Td>{row.ad_id ?? titleOf(row.creative_id) ?? row.creative_id}</Table.Td>
                      <Table.Td ta="right">{format.money(row.spend, row.currency)}</Table.Td>
                      <Table.Td ta="right">{format.count(row.impressions)}</Table.Td>
                      <Table.Td ta="right">{format.count(row.clicks)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </QueryView>
    </Section>
  )
}
