import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import { evidenceQuery } from '@/features/creatives/page/api'
import { certaintyOf, type EvidenceFigures, evidenceOf, isBeyond } from '@/features/creatives/page/evidence'
import { pageTexts } from '@/features/creatives/page/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const EvidenceChart = lazy(() => import('@/features/creatives/page/EvidenceChart'))

/** Evidence by day against the line that decides: certainty as it grows. */
export function EvidencePanel({ id }: { id: string }) {
  const t = useTexts(pageTexts)
  const account = useAccount()
  const query = useQuery(evidenceQuery(account.id, id))
  return (
    <Section title={t('evidence')} hint={t('evidenceHint')} term="verdict">
      <QueryView query={query} lines={6}>
        {(figures) => (
          <div>
            <Certainty figures={figures} />
            {figures.days.length > 1 && (
              <Suspense fallback={<Skeleton height={260} />}>
                <EvidenceChart figures={figures} />
              </Suspense>
            )}
          </div>
        )}
      </QueryView>
    </Section>
  )
}

function Certainty({ figures }: { figures: EvidenceFigures }) {
  const t = useTexts(pageTexts)
  const format = useFormat()
  const certainty = certaintyOf(figures)
  if (certainty.state === 'none' || certainty.state === 'alone')
    return <Text c="dimmed">{t(`evidence_${certainty.state}`)}</Text>
  const ln = figures.days.at(-1)?.ln_evidence ?? 0
  const values = {
    now: `${isBeyond(ln) ? '> ' : ''}${format.number(evidenceOf(ln))}`,
    needed: format.number(evidenceOf(figures.decides_at_ln ?? 0)),
  }
  return (
    <Text size="sm" mb="sm">
      {t(`evidence_${certainty.state}`, values)} {t(certainty.isHigher ? 'speaksHigher' : 'speaksLower')}
    </Text>
  )
}
