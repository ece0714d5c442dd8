import { Progress, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { funnelQuery, type SharedHead } from '@/features/shared/api'
import { sharedTexts } from '@/features/shared/texts'
import { useSharedFormat } from '@/features/shared/use-shared-format'
import { isStep } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** The leads that reached each stage of the pipeline. */
export function SharedFunnel({ bearer, head }: { bearer: string; head: SharedHead }) {
  const t = useTexts(sharedTexts)
  const format = useSharedFormat(head)
  const query = useQuery(funnelQuery(bearer, head))
  return (
    <QueryView query={query} lines={8}>
      {({ stages }) => {
        const steps = stages.filter(isStep)
        const first = Math.max(1, ...steps.map((stage) => stage.reached_or_passed))
        return (
          <Table tabularNums>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('stage')}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('reached')}
                </Table.Th>
                <Table.Th scope="col" w="40%">
                  {t('share')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {steps.map((stage) => (
                <Table.Tr key={stage.status_id}>
                  <Table.Td>{stage.status_name}</Table.Td>
                  <Table.Td ta="right">{format.count(stage.reached_or_passed)}</Table.Td>
                  <Table.Td>
                    {format.percent((100 * stage.reached_or_passed) / first)}
                    <Progress
                      value={(100 * stage.reached_or_passed) / first}
                      size="sm"
                      aria-label={stage.status_name}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )
      }}
    </QueryView>
  )
}
