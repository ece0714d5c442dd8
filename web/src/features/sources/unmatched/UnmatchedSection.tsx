import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import { Empty } from '@/components/States'
import { unmatchedQuery } from '@/features/sources/api'
import { sourcesTexts } from '@/features/sources/texts'
import { Unmatched } from '@/features/sources/unmatched/Unmatched'
import { useSources } from '@/features/sources/use-sources'
import { useTexts } from '@/lib/texts'

/** Values of leads without a creative, to be made creatives of. */
export function UnmatchedSection() {
  const t = useTexts(sourcesTexts)
  const query = useQuery(unmatchedQuery(useSources()))
  return (
    <Section title={t('unmatched')} hint={t('unmatchedHint')}>
      <QueryView query={query}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('nothingUnmatched')} hint={t('nothingUnmatchedHint')} />
          ) : (
            <Unmatched items={items} />
          )
        }
      </QueryView>
    </Section>
  )
}
