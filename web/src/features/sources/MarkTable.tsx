import { Table, Text, Tooltip } from '@mantine/core'
import type { CoveredMark } from '@/features/sources/api'
import { MarkName } from '@/features/sources/MarkName'
import classes from '@/features/sources/sources.module.css'
import { sourcesTexts } from '@/features/sources/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Leads by the marks that they bear. */
export function MarkTable({ marks, leads }: { marks: readonly CoveredMark[]; leads: number }) {
  const t = useTexts(sourcesTexts)
  const format = useFormat()
  return (
    <Table verticalSpacing={6} tabularNums className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('mark')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('withMark')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            <Tooltip label={t('namedHint')} multiline maw={260}>
              <span>{t('named')}</span>
            </Tooltip>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {marks.map((mark) => (
          <Table.Tr key={mark.code}>
            <Table.Td className={classes.value}>
              <MarkName code={mark.code} name={mark.name} />
            </Table.Td>
            <Table.Td ta="right">
              {format.count(mark.leads)}{' '}
              <Text span size="sm" c="dimmed">
                {format.percent((100 * mark.leads) / leads)}
              </Text>
            </Table.Td>
            <Table.Td ta="right" c={mark.named === 0 ? 'dimmed' : undefined}>
              {format.count(mark.named)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
