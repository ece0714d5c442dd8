import { List, Stack, Table, Text } from '@mantine/core'
import type { Impact } from '@/features/pipelines/types'
import { type CreativeImpact, movedCreatives, pointsOf } from '@/features/pipelines/metrics'
import classes from '@/features/pipelines/Impact.module.css'
import { pipelineTexts } from '@/features/pipelines/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const most = 8

export function ImpactView({ impact }: { impact: Impact }) {
  const t = useTexts(pipelineTexts)
  const format = useFormat()
  const counted = (count: number) => ({ count, shown: format.count(count) })
  const creatives = movedCreatives(impact)
  const others = creatives.length - most
  if (impact.leads_affected === 0 && impact.first_qualified_moved === 0)
    return <Text size="sm">{t('nothingChanges')}</Text>
  return (
    <Stack gap="sm">
      <List size="sm" spacing={4}>
        {impact.newly_qualified > 0 && (
          <List.Item fw={600}>{t('becomeQualified', counted(impact.newly_qualified))}</List.Item>
        )}
        {impact.no_longer_qualified > 0 && (
          <List.Item fw={600}>{t('loseQualified', counted(impact.no_longer_qualified))}</List.Item>
        )}
        {impact.first_qualified_moved > 0 && (
          <List.Item>{t('firstMoved', counted(impact.first_qualified_moved))}</List.Item>
        )}
      </List>
      {creatives.length > 0 && (
        <div>
          <Text size="sm" c="dimmed">
            {t('shareNow')}
          </Text>
          <Creatives creatives={creatives.slice(0, most)} />
        </div>
      )}
      {others > 0 && (
        <Text size="sm" c="dimmed">
          {t('andOthers', counted(others))}
        </Text>
      )}
    </Stack>
  )
}

function Creatives({ creatives }: { creatives: readonly CreativeImpact[] }) {
  const t = useTexts(pipelineTexts)
  return (
    <Table.ScrollContainer
      minWidth={400}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('shareNow') } }}
    >
      <Table
        aria-label={t('shareNow')}
        horizontalSpacing="xs"
        verticalSpacing={6}
        className={classes.figures}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('creative')}</Table.Th>
            {(['leads', 'before', 'after', 'change'] as const).map((column) => (
              <Table.Th
                key={column}
                scope="col"
                ta="right"
                visibleFrom={column === 'leads' ? 'xs' : undefined}
              >
                {t(column)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {creatives.map((creative) => (
            <CreativeRow key={creative.creative_id} creative={creative} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function CreativeRow({ creative }: { creative: CreativeImpact }) {
  const t = useTexts(pipelineTexts)
  const format = useFormat()
  const points = pointsOf(creative)
  const sign = points > 0 ? '+' : '−'
  return (
    <Table.Tr>
      <Table.Td>{creative.title ?? t('withoutCreative')}</Table.Td>
      <Table.Td ta="right" visibleFrom="xs">
        {format.count(creative.total_leads)}
      </Table.Td>
      <Table.Td ta="right">{format.percent(creative.rate_before)}</Table.Td>
      <Table.Td ta="right" fw={600}>
        {format.percent(creative.rate_after)}
      </Table.Td>
      <Table.Td ta="right">
        {points === 0 ? '0' : t('points', { points: sign + format.number(Math.abs(points)) })}
      </Table.Td>
    </Table.Tr>
  )
}
