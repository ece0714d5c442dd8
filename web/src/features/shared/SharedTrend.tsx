import { Paper, Skeleton, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { QueryView } from '@/components/QueryView'
import { SectionTitle } from '@/components/SectionTitle'
import { type SharedHead, trendsQuery } from '@/features/shared/api'
import { sharedTexts } from '@/features/shared/texts'
import { useSharedFormat } from '@/features/shared/use-shared-format'
import { useTexts } from '@/lib/texts'

const TrendChart = lazy(() => import('@/components/trend/TrendChart'))

/** The weeks as a chart and in numbers. */
export function SharedTrend({ bearer, head }: { bearer: string; head: SharedHead }) {
  const t = useTexts(sharedTexts)
  const format = useSharedFormat(head)
  const query = useQuery(trendsQuery(bearer, head))
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} component="section" aria-labelledby="trend">
      <SectionTitle id="trend" title={t('byWeek')} />
      <QueryView query={query} lines={6}>
        {({ points }) => (
          <>
            <Suspense fallback={<Skeleton height={300} />}>
              <TrendChart points={points} interval="week" format={format} />
            </Suspense>
            <Table tabularNums mt="md">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('week')}</Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('leads')}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('qualified')}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('rate')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {points.map((point) => (
                  <Table.Tr key={point.date}>
                    <Table.Td>
                      {format.day(point.date)}{' '}
                      {point.is_partial && (
                        <Text span size="xs" c="dimmed">
                          {t('partial')}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td ta="right">{format.count(point.total_leads)}</Table.Td>
                    <Table.Td ta="right">{format.count(point.qualified_leads)}</Table.Td>
                    <Table.Td ta="right">{format.percent(point.qualification.rate)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </>
        )}
      </QueryView>
    </Paper>
  )
}
