import { Stack } from '@mantine/core'
import { Proof } from '@/components/Proof'
import { Section } from '@/components/Section'
import { CreativeDetails } from '@/features/creatives/page/CreativeDetails'
import { pageTexts } from '@/features/creatives/page/texts'
import { VerdictLabel } from '@/features/creatives/VerdictLabel'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** The verdict with its proof. */
export function VerdictPanel({ row }: { row: CreativeRow }) {
  const t = useTexts(pageTexts)
  return (
    <Section title={t('verdict')} term="verdict">
      <Stack gap="md">
        <VerdictLabel row={row} />
        <Proof row={row} isHead />
        <CreativeDetails row={row} />
      </Stack>
    </Section>
  )
}
