import { Group, Paper, Stack, Text } from '@mantine/core'
import {
  IconCircleCheck,
  IconHourglass,
  IconTrendingDown,
  IconTrendingUp,
  IconZoomQuestion,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { adviceTexts } from '@/components/advice-texts'
import { SectionTitle } from '@/components/SectionTitle'
import { AnchorLink } from '@/components/Links'
import { Proof } from '@/components/Proof'
import { QueryView } from '@/components/QueryView'
import { overviewTexts } from '@/features/overview/texts'
import { useAccount } from '@/lib/account'
import { creativeFiguresQuery } from '@/lib/analytics'
import { type CreativeRow, unknownCreative } from '@/lib/figures'
import { isSnapshot } from '@/lib/filter'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

const most = 5

type Action = NonNullable<CreativeRow['advice']>['action']

/** Creatives to scale, creatives to stop, those that need a person, and the number that must wait. */
export function Verdicts() {
  const t = useTexts(overviewTexts)
  const say = useTexts(adviceTexts)
  const { id } = useAccount()
  const { request } = useFilter()
  const query = useQuery(creativeFiguresQuery(request))
  return (
    <Paper
      withBorder
      p={{ base: 'sm', sm: 'md' }}
      component="section"
      aria-labelledby="verdicts"
      h="100%"
      className="splits"
    >
      <Group justify="space-between" mb="md" gap="xs">
        <SectionTitle id="verdicts" title={t('verdicts')} term="targets" />
        <AnchorLink className="screen-only" size="sm" to="/a/$accountId/creatives" params={{ accountId: id }}>
          {t('openCreatives')}
        </AnchorLink>
      </Group>
      <QueryView query={query} lines={4}>
        {({ creatives }) =>
          isSnapshot(request.mode) ? (
            <Text c="dimmed">{say('snapshot')}</Text>
          ) : (
            <Sorted rows={creatives.filter((row) => row.creative_id !== unknownCreative)} />
          )
        }
      </QueryView>
    </Paper>
  )
}

function Sorted({ rows }: { rows: CreativeRow[] }) {
  const t = useTexts(overviewTexts)
  if (rows.length === 0) return <Text c="dimmed">{t('noCreatives')}</Text>
  const advised = (...actions: Action[]) =>
    rows.filter(({ advice }) => advice && actions.includes(advice.action))
  const [toLookAt, fine, early] = [advised('look'), advised('keep'), advised('wait').length]
  return (
    <Stack gap="md">
      <Kind
        title={t('better')}
        icon={<IconTrendingUp size={18} color="var(--mantine-color-teal-6)" aria-hidden />}
        rows={advised('scale')}
        none={t('nothingBetter')}
      />
      <Kind
        title={t('worse')}
        icon={<IconTrendingDown size={18} color="var(--mantine-color-red-6)" aria-hidden />}
        rows={advised('stop')}
        none={t('nothingWorse')}
      />
      {toLookAt.length > 0 && (
        <Kind
          title={t('disagree')}
          icon={<IconZoomQuestion size={18} color="var(--mantine-color-yellow-7)" aria-hidden />}
          rows={toLookAt}
        />
      )}
      {fine.length > 0 && (
        <Kind
          title={t('keep')}
          icon={<IconCircleCheck size={18} color="var(--mantine-color-gray-6)" aria-hidden />}
          rows={fine}
        />
      )}
      {early > 0 && (
        <Kind
          title={t('tooEarly')}
          icon={<IconHourglass size={18} color="var(--mantine-color-gray-6)" aria-hidden />}
          rows={[]}
          none={t('earlyCount', { count: early })}
        />
      )}
    </Stack>
  )
}

function Kind({
  title,
  icon,
  rows,
  none,
}: {
  title: string
  icon: ReactNode
  rows: CreativeRow[]
  none?: string
}) {
  return (
    <div>
      <Group gap={6} mb={4}>
        {icon}
        <Text fw={600} size="sm">
          {title}
        </Text>
      </Group>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" pl={24}>
          {none}
        </Text>
      ) : (
        <Stack gap={6} pl={24}>
          {rows.slice(0, most).map((row) => (
            <VerdictLine key={row.creative_id} row={row} />
          ))}
          {rows.length > most && <Others count={rows.length - most} />}
        </Stack>
      )}
    </div>
  )
}

function Others({ count }: { count: number }) {
  const t = useTexts(overviewTexts)
  const { id } = useAccount()
  return (
    <AnchorLink size="sm" c="dimmed" to="/a/$accountId/creatives" params={{ accountId: id }}>
      {t('othersToo', { count })}
    </AnchorLink>
  )
}

function VerdictLine({ row }: { row: CreativeRow }) {
  const { id } = useAccount()
  return (
    <div>
      <AnchorLink
        size="sm"
        lineClamp={2}
        style={{ overflowWrap: 'anywhere' }}
        title={row.title ?? undefined}
        to="/a/$accountId/creatives/$creativeId"
        params={{ accountId: id, creativeId: row.creative_id }}
      >
        {row.title ?? row.creative_id}
      </AnchorLink>
      <Proof row={row} />
    </div>
  )
}
