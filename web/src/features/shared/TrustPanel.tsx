import { SimpleGrid, Text } from '@mantine/core'
import { Section } from '@/components/Section'
import type { SharedHead } from '@/features/shared/api'
import { sharedTexts } from '@/features/shared/texts'
import { useSharedFormat } from '@/features/shared/use-shared-format'
import { useTexts } from '@/lib/texts'

/** Coverage and freshness: they travel with the figures. */
export function TrustPanel({ head }: { head: SharedHead }) {
  const t = useTexts(sharedTexts)
  const format = useSharedFormat(head)
  const { data_as_of, completeness, leads, linked, with_creative, with_spend } = head.trust
  const part = (some: number, all: number) => t('ofAll', { part: format.count(some), all: format.count(all) })
  const facts = [
    [t('dataAsOf'), format.time(data_as_of)],
    [t('completeness'), format.percent(completeness)],
    [t('covered'), part(linked, leads)],
    [t('withCreative'), part(with_creative, linked)],
    [t('withSpend'), part(with_spend, linked)],
  ] as const
  return (
    <Section title={t('trust')}>
      <SimpleGrid cols={{ base: 2, sm: 5 }} component="dl" m={0}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <Text component="dt" size="xs" c="dimmed">
              {name}
            </Text>
            <Text component="dd" m={0} fw={600}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Section>
  )
}
