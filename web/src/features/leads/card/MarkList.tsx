import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { distinctMarks, markName } from '@/features/leads/attribution'
import { attributionTexts } from '@/features/leads/card/attribution-texts'
import type { LeadMark } from '@/features/leads/types'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const shown = 8

/** The marks of a lead, each with its origin and time. */
export function MarkList({ marks }: { marks: readonly LeadMark[] }) {
  const t = useTexts(attributionTexts)
  const [isOpen, setIsOpen] = useState(false)
  const all = distinctMarks(marks)
  if (all.length === 0) return null
  const hidden = isOpen ? 0 : Math.max(0, all.length - shown)
  return (
    <>
      <Title order={3} size="h6" mt="md" mb={6}>
        {t('marks')}
      </Title>
      <Stack gap={8} component="ul" p={0} m={0} aria-label={t('marks')}>
        {all.slice(0, all.length - hidden).map((mark) => (
          <MarkItem key={`${mark.code} ${mark.value}`} mark={mark} />
        ))}
      </Stack>
      {hidden > 0 && (
        <Anchor component="button" type="button" size="sm" mt={8} onClick={() => setIsOpen(true)}>
          {t('showAll', { count: hidden })}
        </Anchor>
      )}
    </>
  )
}

function MarkItem({ mark }: { mark: LeadMark }) {
  const t = useTexts(attributionTexts)
  const format = useFormat()
  return (
    <li style={{ listStyle: 'none' }}>
      <Group gap={6} align="baseline">
        <Text size="sm" c="dimmed">
          {markName(mark.code, [mark])}
        </Text>
        <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
          {mark.value}
        </Text>
        {mark.is_unfilled && (
          <Badge color="orange" variant="light" size="sm" tt="none" radius="sm">
            {t('unfilled')}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {`${t(`source_${mark.source}`)}, ${format.time(mark.seen_at)}`}
      </Text>
    </li>
  )
}
