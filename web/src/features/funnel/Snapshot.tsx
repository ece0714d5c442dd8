import { Group, Text } from '@mantine/core'
import { LeadsLink } from '@/components/LeadsLink'
import { StageBadge } from '@/components/StageBadge'
import classes from '@/features/funnel/funnel.module.css'
import { snapshot } from '@/features/funnel/metrics'
import { funnelTexts } from '@/features/funnel/texts'
import { useFormat } from '@/lib/account'
import type { FunnelStage } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** Leads by current stage. */
export function Snapshot({ stages, pipelineId }: { stages: FunnelStage[]; pipelineId: number }) {
  const t = useTexts(funnelTexts)
  const format = useFormat()
  const { total, open, closed } = snapshot(stages)
  return (
    <>
      <ul className={classes.steps}>
        {open.map(({ stage, share }) => (
          <li key={stage.status_id} className={classes.step}>
            <div className={classes.name}>
              <StageBadge name={stage.status_name} color={stage.status_color} />
            </div>
            <div className={classes.track} aria-hidden>
              <div className={classes.fill} data-now style={{ width: `${share}%` }} />
            </div>
            <Text fw={650} className={classes.count}>
              <Current stage={stage} pipelineId={pipelineId} />
            </Text>
          </li>
        ))}
      </ul>
      <Group gap="md" mt="lg" component="section" aria-label={t('closed')}>
        {closed.map((stage) => (
          <Group key={stage.status_id} gap="xs">
            <StageBadge name={stage.status_name} color={stage.status_color} />
            <Text fw={650}>
              <Current stage={stage} pipelineId={pipelineId} />
            </Text>
          </Group>
        ))}
        <Text size="sm" c="dimmed">
          {t('totalNow', { count: format.count(total) })}
        </Text>
      </Group>
    </>
  )
}

function Current({ stage, pipelineId }: { stage: FunnelStage; pipelineId: number }) {
  const t = useTexts(funnelTexts)
  const format = useFormat()
  const count = format.count(stage.current)
  if (stage.current === 0) return count
  return (
    <LeadsLink
      inherit
      part={{ pipelineId, statusId: stage.status_id }}
      label={t('openNow', { stage: stage.status_name, count })}
    >
      {count}
    </LeadsLink>
  )
}
