import { ScrollArea, Table, Text } from '@mantine/core'
import { comparisonTexts } from '@/features/creatives/comparison-texts'
import classes from '@/features/creatives/comparison.module.css'
import type { MaturityCurve } from '@/features/creatives/curves'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The curves as a table: the share that qualifies within N days. */
export function HorizonTable({ curves }: { curves: MaturityCurve[] }) {
  const t = useTexts(comparisonTexts)
  const format = useFormat()
  const days = (count: number | null) =>
    count === null ? '—' : t('dayCount', { count: Math.max(1, Math.ceil(count)) })
  const horizons = curves[0]?.figures.horizons ?? []
  return (
    <ScrollArea
      type="auto"
      mt="md"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('inNumbers') }}
    >
      <Table miw={680} className={classes.cell}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('creative')}</Table.Th>
            {horizons.map((horizon) => (
              <Table.Th key={horizon.days} scope="col" ta="right">
                {t('upTo', { days: horizon.days })}
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="right">
              {t('median')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('p90')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('mature')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {curves.map(({ id, title, figures }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={500}>
                {title}
              </Table.Th>
              {figures.horizons.map((horizon) => (
                <Table.Td key={horizon.days} ta="right">
                  {format.percent(horizon.share)}
                  {horizon.share !== null && (
                    <Text size="xs" c="dimmed">
                      {t('older', { count: horizon.old_enough })}
                    </Text>
                  )}
                </Table.Td>
              ))}
              <Table.Td ta="right">{days(figures.median_days)}</Table.Td>
              <Table.Td ta="right">{days(figures.p90_days)}</Table.Td>
              <Table.Td ta="right">{format.percent(figures.mature_share)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
