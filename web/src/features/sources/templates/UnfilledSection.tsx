import { Code, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Section } from '@/components/Section'
import { marksQuery, type UnfilledMark } from '@/features/sources/api'
import { platformOf } from '@/features/sources/platforms'
import { platformTexts } from '@/features/sources/platform-texts'
import classes from '@/features/sources/sources.module.css'
import { useSources } from '@/features/sources/use-sources'
import { useTexts } from '@/lib/texts'

/** Parameters that ad platforms did not fill in, each with what to fix; nothing when there are none. */
export function UnfilledSection() {
  const t = useTexts(platformTexts)
  const { data } = useQuery(marksQuery(useSources()))
  if (!data || data.unfilled.length === 0) return null
  return (
    <Section title={t('unfilled')} hint={t('unfilledHint')}>
      <Stack gap="md" component="ul" p={0} m={0}>
        {data.unfilled.map((mark) => (
          <Unfilled key={`${mark.code} ${mark.value}`} mark={mark} />
        ))}
      </Stack>
    </Section>
  )
}

function Unfilled({ mark }: { mark: UnfilledMark }) {
  const t = useTexts(platformTexts)
  return (
    <li style={{ listStyle: 'none' }}>
      <Group gap="xs">
        <Code className={classes.value}>{`${mark.code}=${mark.value}`}</Code>
        <Text size="sm" c="dimmed">
          {t('unfilledLeads', { count: mark.leads })}
        </Text>
      </Group>
      <Text size="sm" mt={4} maw={640}>
        {t(`fix_${platformOf(mark.value) ?? 'unknown'}`)}
      </Text>
    </li>
  )
}
