import { Text } from '@mantine/core'
import { StageBadge } from '@/components/StageBadge'
import classes from '@/features/funnel/funnel.module.css'
import { LeadsLink } from '@/features/funnel/LeadsLink'
import { snapshot } from '@/features/funnel/metrics'
import { funnelTexts } from '@/features/funnel/texts'
import { useFormat } from '@/lib/account'
import type { FunnelStage } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** Where the leads stand at this moment. */
export function Snapshot({ stages, pipelineId }: { stages: FunnelStage[]; pipelineId: number }) {
  const t = useTexts(funnelTexts)
  const format = useFormat()
  const { total, places } = snapshot(stages)
  return (
    <>
      <ul className={classes.steps}>
        {places.map(({ stage, share }) => {
          const count = format.count(stage.current)
          return (
            <li key={stage.status_id} className={classes.step}>
              <div className={classes.name}>
                <StageBadge name={stage.status_name} color={stage.status_color} />
              </div>
              <div className={classes.track} aria-hidden>
                <div className={classes.fill} data-now style={{ width: `${share}%` }} />
              </div>
              <Text fw={650} className={classes.count}>
                {stage.current === 0 ? (
                  count
                ) : (
                  <LeadsLink
                    part={{ pipelineId, statusId: stage.status_id }}
                    label={t('openNow', { stage: stage.status_name, count })}
                  >
                    {count}
                  </LeadsLink>
                )}
              </Text>
            </li>
          )
        })}
      </ul>
      <Text size="sm" c="dimmed" mt="md">
        {t('totalNow', { count: format.count(total) })}
      </Text>
    </>
  )
}
