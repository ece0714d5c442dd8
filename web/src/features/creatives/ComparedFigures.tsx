import { ScrollArea, Table, Text } from '@mantine/core'
import { Section } from '@/components/Section'
import { useFigure } from '@/features/creatives/columns'
import { comparisonTexts } from '@/features/creatives/comparison-texts'
import classes from '@/features/creatives/comparison.module.css'
import { CreativeLink } from '@/features/creatives/CreativeLink'
import { axisOfRates } from '@/features/creatives/metrics'
import { useNames } from '@/features/creatives/use-names'
import { VerdictLabel } from '@/features/creatives/VerdictLabel'
import { useFormat } from '@/lib/account'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

const columns = ['cpql', 'won_deals', 'romi'] as const

/** Verdict, judged rate, cost, sales and return of the compared creatives. */
export function ComparedFigures({ rows }: { rows: CreativeRow[] }) {
  const t = useTexts(comparisonTexts)
  const format = useFormat()
  const { titleOf } = useNames()
  const figure = useFigure(axisOfRates(rows).end)
  return (
    <Section title={t('money')} hint={t('moneyHint')} term="verdict">
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('money') }}>
        <Table miw={680} className={classes.cell}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('creative')}</Table.Th>
              <Table.Th scope="col">{t('verdict')}</Table.Th>
              {(['judged', ...columns] as const).map((column) => (
                <Table.Th key={column} scope="col" ta="right">
                  {t(column)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.creative_id}>
                <Table.Th scope="row" className={classes.wrapped}>
                  <CreativeLink id={row.creative_id} size="sm" lineClamp={2}>
                    {titleOf(row)}
                  </CreativeLink>
                </Table.Th>
                <Table.Td>
                  <VerdictLabel row={row} />
                </Table.Td>
                <Table.Td ta="right">
                  {format.percent(row.judged.rate)}
                  <Text size="xs" c="dimmed">
                    {format.percentRange(row.judged.lo, row.judged.hi)}
                  </Text>
                </Table.Td>
                {columns.map((column) => (
                  <Table.Td key={column} ta="right">
                    {figure(row, column)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Section>
  )
}
