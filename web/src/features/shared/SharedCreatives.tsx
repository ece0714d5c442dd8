import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { verdictProofOf } from '@/components/advice'
import { adviceTexts } from '@/components/advice-texts'
import { LongTable, type RowProps } from '@/components/long-list/LongTable'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { creativesQuery, type SharedCreative, type SharedHead } from '@/features/shared/api'
import { sharedTexts } from '@/features/shared/texts'
import { useSharedFormat } from '@/features/shared/use-shared-format'
import { unknownCreative } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

const right = ['leads', 'qualified', 'rate', 'spend', 'cpql', 'won', 'romi'] as const

/** Cost, results and verdict of each creative. */
export function SharedCreatives({ bearer, head }: { bearer: string; head: SharedHead }) {
  const t = useTexts(sharedTexts)
  const query = useQuery(creativesQuery(bearer, head))
  return (
    <QueryView query={query} lines={8}>
      {({ creatives }) =>
        creatives.length === 0 ? (
          <Empty title={t('noFigures')} />
        ) : (
          <Table.ScrollContainer minWidth={820}>
            <LongTable
              name="shared creatives"
              tabularNums
              columns={right.length + 2}
              head={<Head />}
              items={creatives}
              keyOf={({ creative_id }) => creative_id}
              height={60}
              row={(row, props) => <Row {...props} row={row} head={head} />}
            />
          </Table.ScrollContainer>
        )
      }
    </QueryView>
  )
}

function Head() {
  const t = useTexts(sharedTexts)
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{t('creative')}</Table.Th>
        <Table.Th scope="col">{t('verdict')}</Table.Th>
        {right.map((name) => (
          <Table.Th key={name} scope="col" ta="right">
            {t(name)}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  )
}

function Row({ row, head, ...props }: RowProps & { row: SharedCreative; head: SharedHead }) {
  const t = useTexts(sharedTexts)
  const format = useSharedFormat(head)
  return (
    <Table.Tr {...props}>
      <Table.Td>{row.creative_id === unknownCreative ? t('unknown') : row.title}</Table.Td>
      <Table.Td maw={280}>
        {row.creative_id !== unknownCreative && <Verdict row={row} head={head} />}
      </Table.Td>
      <Table.Td ta="right">{format.count(row.total_leads)}</Table.Td>
      <Table.Td ta="right">{format.count(row.qualified_leads)}</Table.Td>
      <Table.Td ta="right">
        {format.percent(row.qualification.rate)}
        <Text size="xs" c="dimmed">
          {format.percentRange(row.qualification.lo, row.qualification.hi)}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{format.money(row.spend, row.currency)}</Table.Td>
      <Table.Td ta="right">{format.money(row.cpql, row.currency)}</Table.Td>
      <Table.Td ta="right">{format.count(row.won_deals)}</Table.Td>
      <Table.Td ta="right">{format.percent(row.romi)}</Table.Td>
    </Table.Tr>
  )
}

/** A verdict never stands without the leads that it is judged on. */
function Verdict({ row, head }: { row: SharedCreative; head: SharedHead }) {
  const t = useTexts(sharedTexts)
  const say = useTexts(adviceTexts)
  const format = useSharedFormat(head)
  return (
    <>
      {t(`verdict_${row.verdict}`)}
      <Text size="xs" c="dimmed">
        {verdictProofOf(row, say, format)}
      </Text>
    </>
  )
}
