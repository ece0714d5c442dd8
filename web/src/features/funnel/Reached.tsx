import { Text, Tooltip } from '@mantine/core'
import { StageBadge } from '@/components/StageBadge'
import classes from '@/features/funnel/funnel.module.css'
import { LeadsLink } from '@/components/LeadsLink'
import { type FunnelStep, reachedFunnel } from '@/features/funnel/metrics'
import { funnelTexts } from '@/features/funnel/texts'
import { useFormat } from '@/lib/account'
import type { CreativeRow, FunnelStage } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** Leads that reached each stage or passed it: never rising from stage to stage. */
export function Reached({ stages, pipelineId }: { stages: FunnelStage[]; pipelineId: number }) {
  const t = useTexts(funnelTexts)
  const format = useFormat()
  const { incoming, steps, lost } = reachedFunnel(stages)
  return (
    <>
      {incoming
        .filter((stage) => stage.reached > 0)
        .map((stage) => (
          <Text key={stage.status_id} size="sm" c="dimmed" mb="sm">
            {t('incoming', { count: format.count(stage.reached) })}
          </Text>
        ))}
      <ol className={classes.steps}>
        {steps.map((step) => (
          <Step key={step.stage.status_id} step={step} pipelineId={pipelineId} />
        ))}
      </ol>
      {lost && (
        <Text size="sm" c="dimmed" mt="md">
          {t('lost', { count: format.count(lost.reached) })}
        </Text>
      )}
    </>
  )
}

function Step({
  step: { stage, share, dropped, skipped },
  pipelineId,
}: {
  step: FunnelStep
  pipelineId: number
}) {
  const t = useTexts(funnelTexts)
  const format = useFormat()
  const count = format.count(stage.reached_or_passed)
  return (
    <li className={classes.step}>
      <div className={classes.name}>
        <StageBadge name={stage.status_name} color={stage.status_color} />
        {stage.is_archived && (
          <Text span size="xs" c="dimmed">
            {t('archived')}
          </Text>
        )}
      </div>
      <div className={classes.track} aria-hidden>
        <div className={classes.fill} style={{ width: `${share}%` }} />
      </div>
      <Text fw={650} className={classes.count}>
        {stage.reached_or_passed === 0 ? (
          count
        ) : (
          <LeadsLink
            inherit
            part={{ pipelineId, reachedOrPassedStatusId: stage.status_id }}
            label={t('openReached', { stage: stage.status_name, count })}
          >
            {count}
          </LeadsLink>
        )}
      </Text>
      <Text size="sm" c="dimmed" component="div" className={classes.facts}>
        <Conversion rate={stage.conversion_from_previous} text="fromPrevious" />
        {dropped !== null && <Conversion rate={stage.conversion_from_first} text="fromFirst" />}
        {dropped !== null && dropped > 0 && <span>{t('notCame', { count: format.count(dropped) })}</span>}
        {skipped > 0 && <span>{t('skipped', { count: format.count(skipped) })}</span>}
        {stage.lost_from > 0 && (
          <span className={classes.lost}>
            <LeadsLink
              inherit
              part={{ pipelineId, lostFromStatusId: stage.status_id }}
              label={t('openLost', { stage: stage.status_name, count: format.count(stage.lost_from) })}
            >
              {t('lostHere', { count: format.count(stage.lost_from) })}
            </LeadsLink>
          </span>
        )}
      </Text>
    </li>
  )
}

function Conversion({
  rate,
  text,
}: {
  rate: CreativeRow['qualification'] | null
  text: 'fromPrevious' | 'fromFirst'
}) {
  const t = useTexts(funnelTexts)
  const format = useFormat()
  if (!rate || rate.rate === null) return null
  return (
    <Tooltip label={t('between', { range: format.percentRange(rate.lo, rate.hi) })}>
      <span className={text === 'fromPrevious' ? classes.conversion : undefined}>
        {t(text, { rate: format.percent(rate.rate) })}
      </span>
    </Tooltip>
  )
}
