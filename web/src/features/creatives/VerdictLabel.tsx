import { Badge, Text } from '@mantine/core'
import classes from '@/features/creatives/creatives.module.css'
import { adviceOf } from '@/components/advice'
import { adviceTexts } from '@/components/advice-texts'
import { isKnown, waitOf } from '@/features/creatives/metrics'
import { creativesTexts } from '@/features/creatives/texts'
import type { CreativeRow } from '@/lib/figures'
import { isSnapshot } from '@/lib/filter'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** The verdict and the advice, or what is missing for one. */
export function VerdictLabel({ row }: { row: CreativeRow }) {
  const t = useTexts(creativesTexts)
  const say = useTexts(adviceTexts)
  const { request } = useFilter()
  if (!isKnown(row)) return <Text c="dimmed">—</Text>
  if (isSnapshot(request.mode))
    return (
      <Text size="xs" c="dimmed">
        {say('snapshot')}
      </Text>
    )
  const isWaiting = row.advice?.action === 'wait'
  const wait = isWaiting && row.verdict === 'too_early' && row.total_leads > 0 ? waitOf(row) : null
  return (
    <div className={classes.verdict}>
      <Badge
        variant="default"
        tt="none"
        fw={600}
        radius="sm"
        className={classes.badge}
        data-verdict={row.verdict}
      >
        {t(`verdict_${row.verdict}`)}
      </Badge>
      {!isWaiting && (
        <Text size="xs" fw={600}>
          {adviceOf(row, say)}
        </Text>
      )}
      {wait && (
        <Text size="xs" c="dimmed">
          {wait.why === 'leads'
            ? t('wait_leads', { count: wait.more })
            : t(`wait_${wait.why}`, { days: row.horizon_days })}
        </Text>
      )}
    </div>
  )
}
