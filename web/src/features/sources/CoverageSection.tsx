import { Group, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '@/components/Links'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import { Empty } from '@/components/States'
import { marksQuery } from '@/features/sources/api'
import { MarkTable } from '@/features/sources/MarkTable'
import { sourcesTexts } from '@/features/sources/texts'
import { useSources } from '@/features/sources/use-sources'
import { useAccount, useFormat } from '@/lib/account'
import type { Coverage } from '@/lib/figures'
import { useMay } from '@/lib/session'
import { useTexts } from '@/lib/texts'

/** The share of leads whose creative is known, and the marks that tell it. */
export function CoverageSection({ coverage }: { coverage: Coverage }) {
  const t = useTexts(sourcesTexts)
  const query = useQuery(marksQuery(useSources()))
  return (
    <Section title={t('coverage')} hint={t('coverageHint')}>
      <Known coverage={coverage} />
      <QueryView query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? <NoMarks /> : <MarkTable marks={items} leads={coverage.leads} />
        }
      </QueryView>
    </Section>
  )
}

function Known({ coverage: { linked, with_creative } }: { coverage: Coverage }) {
  const t = useTexts(sourcesTexts)
  const format = useFormat()
  const share = linked === 0 ? 0 : (100 * with_creative) / linked
  const known = t('knownOf', { known: format.count(with_creative), all: format.count(linked) })
  return (
    <div>
      <Group gap="xs" align="baseline">
        <Text size="sm" c="dimmed">
          {t('known')}
        </Text>
        <Text fw={650}>{known}</Text>
        <Text size="sm" c="dimmed">
          {format.percent(share)}
        </Text>
      </Group>
      <Progress value={share} color="teal" size="sm" mt={6} maw={520} aria-label={t('known')} />
    </div>
  )
}

function NoMarks() {
  const t = useTexts(sourcesTexts)
  const { id } = useAccount()
  const mayConfigure = useMay('configure')
  return (
    <Empty
      title={t('noMarks')}
      hint={t('noMarksHint')}
      action={
        mayConfigure && (
          <ButtonLink
            variant="default"
            to="/a/$accountId/settings"
            params={{ accountId: id }}
            search={{ tab: 'attribution' }}
          >
            {t('toMapping')}
          </ButtonLink>
        )
      }
    />
  )
}
