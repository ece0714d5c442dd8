import { Container, Group, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { LanguageSwitch, SchemeSwitch } from '@/components/Switches'
import { commonTexts } from '@/components/texts'
import type { SharedHead } from '@/features/shared/api'
import { SharedCreatives } from '@/features/shared/SharedCreatives'
import { SharedFunnel } from '@/features/shared/SharedFunnel'
import { SharedOverview } from '@/features/shared/SharedOverview'
import { sharedTexts } from '@/features/shared/texts'
import { TrustPanel } from '@/features/shared/TrustPanel'
import { useSharedFormat } from '@/features/shared/use-shared-format'
import { today } from '@/lib/period'
import { brandingQuery } from '@/lib/branding'
import { useTexts } from '@/lib/texts'

const bodies = { overview: SharedOverview, creatives: SharedCreatives, funnel: SharedFunnel }

/** The shared page under the name, the colour and the logo of the agency. */
export function Report({ bearer, head }: { bearer: string; head: SharedHead }) {
  const t = useTexts(sharedTexts)
  const common = useTexts(commonTexts)
  const day = useSharedFormat(head).day(today(head.account.time_zone))
  const { data: brand } = useQuery(brandingQuery)
  const Body = bodies[head.page]
  const bounds = [head.direction, head.creative, head.pipeline].filter(Boolean).join(' · ')
  useDocumentTitle(`${head.title} · ${brand?.name ?? ''}`)
  return (
    <Container size="lg" py="md" component="main" className={head.page === 'creatives' ? 'landscape' : ''}>
      <Stack gap="lg">
        <Group
          justify="space-between"
          component="header"
          pb="sm"
          style={{ borderBottom: `3px solid ${brand?.color ?? 'transparent'}` }}
        >
          <Group gap="sm">
            {brand?.logo_url && <img src={brand.logo_url} alt="" height={36} />}
            <Text fw={700}>{brand?.name}</Text>
          </Group>
          <Group gap={4} className="screen-only">
            <LanguageSwitch />
            <SchemeSwitch />
          </Group>
        </Group>
        <div>
          <Title order={1} size="h2">
            {head.title}
          </Title>
          <Text c="dimmed" size="sm" mt={4}>
            {[head.account.name, t('period', { days: useDays(head) }), bounds].filter(Boolean).join(' · ')}
            <span className="print-only"> · {common('printed', { day })}</span>
          </Text>
        </div>
        <Body bearer={bearer} head={head} />
        <TrustPanel head={head} />
      </Stack>
    </Container>
  )
}

function useDays(head: SharedHead) {
  const t = useTexts(sharedTexts)
  const format = useSharedFormat(head)
  const { from, to } = head.filter
  if (from && to) return format.days(from, to)
  if (from) return t('since', { day: format.day(from) })
  return to ? t('until', { day: format.day(to) }) : t('allTime')
}
