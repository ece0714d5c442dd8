import { SimpleGrid, Text } from '@mantine/core'
import { HowText } from '@/components/HowLink'
import { Section } from '@/components/Section'
import { useFigure } from '@/features/creatives/columns'
import { explainedBy, figureColumns } from '@/features/creatives/figure-columns'
import classes from '@/features/creatives/creatives.module.css'
import { axisOfRates } from '@/features/creatives/metrics'
import { pageTexts } from '@/features/creatives/page/texts'
import { creativesTexts } from '@/features/creatives/texts'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** The figures of the table's row; counts link to their leads. */
export function FigureList({ row }: { row: CreativeRow }) {
  const t = useTexts(creativesTexts)
  const own = useTexts(pageTexts)
  const figure = useFigure(axisOfRates([row]).end, 80)
  return (
    <Section title={own('figures')} term="money">
      <SimpleGrid
        cols={{ base: 2, sm: 3, lg: 6 }}
        spacing="md"
        component="dl"
        m={0}
        className={classes.figures}
      >
        {figureColumns.map((column) => (
          <div key={column}>
            <dt>
              <HowText term={explainedBy[column]}>{t(column)}</HowText>
            </dt>
            <Text component="dd" m={0} fw={600} className={classes.number}>
              {figure(row, column)}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Section>
  )
}
