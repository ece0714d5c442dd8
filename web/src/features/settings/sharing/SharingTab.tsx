import { Stack } from '@mantine/core'
import { Allowed } from '@/components/Allowed'
import { Section } from '@/components/Section'
import { BrandSection } from '@/features/settings/sharing/BrandSection'
import { LinkList } from '@/features/settings/sharing/LinkList'
import { NewLink } from '@/features/settings/sharing/NewLink'
import { sharingTexts } from '@/features/settings/sharing/texts'
import { useTexts } from '@/lib/texts'

/** Links to pages for clients, and the look of these. */
export function SharingTab() {
  const t = useTexts(sharingTexts)
  return (
    <Stack gap="lg">
      <Section title={t('title')} hint={t('hint')}>
        <NewLink />
        <LinkList />
      </Section>
      <Allowed to="administer">
        <BrandSection />
      </Allowed>
    </Stack>
  )
}
