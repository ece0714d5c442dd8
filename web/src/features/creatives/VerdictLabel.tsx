import { Badge, Text } from '@mantine/core'
import classes from '@/features/creatives/creatives.module.css'
import { isKnown, waitOf } from '@/features/creatives/metrics'
import { creativesTexts } from '@/features/creatives/texts'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** The verdict, or what is missing for one. */
export function VerdictLabel({ row }: { row: CreativeRow }) {
  const t = useTexts(creativesTexts)
  if (!isKnown(row)) return <Text c="dimmed">—</Text>
  const wait = row.verdict === 'too_early' && row.total_leads > 0 ? waitOf(row) : null
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
