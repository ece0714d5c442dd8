import { Group, Title } from '@mantine/core'
import { HowLink } from '@/components/HowLink'
import type { Term } from '@/components/terms'

/** The title of a section, with a link to the explanation of what it shows. */
export function SectionTitle({ id, title, term }: { id: string; title: string; term?: Term }) {
  return (
    <Group gap={4}>
      <Title order={2} size="h4" id={id}>
        {title}
      </Title>
      {term && <HowLink term={term} about={title} />}
    </Group>
  )
}
