import { Anchor, Badge, Code, Collapse, Group, Text, Timeline as Line, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { StageBadge } from '@/components/StageBadge'
import type { HistoryRow } from '@/features/leads/types'
import type { Step } from '@/features/leads/metrics'
import { cardTexts } from '@/features/leads/card/texts'
import { leadTexts } from '@/features/leads/texts'
import { useFormat } from '@/lib/account'
import type { KnownStage } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

export function TimelineStep({ step, stage, ...item }: { step: Step; stage: KnownStage | undefined }) {
  const t = useTexts(cardTexts)
  const ofLead = useTexts(leadTexts)
  const format = useFormat()
  const { row, hours, isCurrent, lateBy } = step
  const name = row.to_status_name ?? ofLead('unknownStage', { id: row.to_status_id })
  return (
    <Line.Item
      {...item}
      role="listitem"
      bullet={row.is_qualified_stage ? <IconCheck size={12} aria-hidden /> : undefined}
      color={row.is_qualified_stage ? 'teal' : 'gray'}
      title={
        <Group gap="xs">
          <StageBadge name={name} color={stage?.status_color} />
          {row.is_qualified_stage && (
            <Badge color="teal" variant="light" tt="none" radius="sm">
              {t('counts')}
            </Badge>
          )}
          {hours !== null && (
            <Text size="sm" fw={400} c="dimmed" span>
              {t(isCurrent ? 'inStageSoFar' : 'inStage', { time: format.hours(hours) })}
            </Text>
          )}
        </Group>
      }
    >
      <Text size="sm">
        {format.exactTime(row.changed_at)}
        {row.from_status_name && ` · ${t('fromStage', { stage: row.from_status_name })}`}
      </Text>
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {t(`source_${row.source}`)}
        </Text>
        {lateBy !== null && <Late row={row} seconds={lateBy} />}
      </Group>
      {row.webhook_data !== null && <Original data={row.webhook_data} name={name} />}
    </Line.Item>
  )
}

function Late({ row, seconds }: { row: HistoryRow; seconds: number }) {
  const t = useTexts(cardTexts)
  const format = useFormat()
  const hint = t('lateHint', {
    changed: format.exactTime(row.changed_at),
    received: format.exactTime(row.received_at),
  })
  return (
    <Tooltip label={hint} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <Badge color="orange" variant="light" size="sm" tt="none" radius="sm" tabIndex={0} aria-label={hint}>
        {t('late', { time: format.seconds(seconds) })}
      </Badge>
    </Tooltip>
  )
}

function Original({ data, name }: { data: unknown; name: string }) {
  const t = useTexts(cardTexts)
  const [isOpen, { toggle }] = useDisclosure(false)
  const id = useId()
  return (
    <>
      <Anchor
        component="button"
        type="button"
        className="screen-only"
        size="xs"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        {t(isOpen ? 'hideOriginal' : 'original')}
      </Anchor>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && (
          <Code
            block
            mt={4}
            mah={360}
            tabIndex={0}
            role="region"
            aria-label={t('originalOf', { stage: name })}
          >
            {JSON.stringify(data, null, 2)}
          </Code>
        )}
      </Collapse>
    </>
  )
}
