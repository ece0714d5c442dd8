import { Stack, Table, Text, Title, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { completenessQuery, type Day } from '@/features/runs/api'
import classes from '@/features/runs/CompletenessTable.module.css'
import { eventful } from '@/features/runs/metrics'
import { runTexts } from '@/features/runs/texts'
import { useAccount, useFormat } from '@/lib/account'
import { addDays, today } from '@/lib/period'
import { useTexts } from '@/lib/texts'

const shownDays = 14

export function CompletenessTable() {
  const t = useTexts(runTexts)
  const { id, time_zone } = useAccount()
  const to = today(time_zone)
  const query = useQuery(completenessQuery(id, addDays(to, 1 - shownDays), to))
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('completeness')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('completenessHint')}
      </Text>
      <QueryView query={query}>
        {(days) => {
          const shown = eventful(days)
          return shown.length > 0 ? <Days days={shown} /> : <Text c="dimmed">{t('quiet')}</Text>
        }}
      </QueryView>
    </Stack>
  )
}

function Days({ days }: { days: readonly Day[] }) {
  const t = useTexts(runTexts)
  const format = useFormat()
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('date')}</Table.Th>
            <Table.Th scope="col">{t('expected')}</Table.Th>
            <Table.Th scope="col">{t('byWebhook')}</Table.Th>
            <Table.Th scope="col">{t('healed')}</Table.Th>
            <Table.Th scope="col">
              <Tooltip label={t('unexplainedHint')}>
                <span>{t('unexplained')}</span>
              </Tooltip>
            </Table.Th>
            <Table.Th scope="col">{t('share')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map((day) => (
            <Table.Tr key={day.date}>
              <Table.Td>{format.day(day.date)}</Table.Td>
              <Table.Td>{format.count(day.expected)}</Table.Td>
              <Table.Td>{format.count(day.by_webhook)}</Table.Td>
              <Table.Td>{format.count(day.healed)}</Table.Td>
              <Table.Td>{format.count(day.unexplained)}</Table.Td>
              <Table.Td>{format.percent(day.completeness)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
