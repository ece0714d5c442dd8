import { Group, Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import classes from '@/features/creatives/creatives.module.css'
import { lossReasonsQuery } from '@/features/creatives/page/api'
import { lossTexts } from '@/features/creatives/loss-texts'
import { useNames } from '@/features/creatives/use-names'
import { useFormat } from '@/lib/account'
import type { components } from '@/lib/api-types'
import type { CreativeRow, FigureRequest } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

type LossReason = components['schemas']['LossReason']
const most = 8
const mostCreatives = 3

/** The reasons that leads were lost for, as people say in amoCRM; of several creatives with those that lose most for each. */
export function LossPanel({ request, rows = [] }: { request: FigureRequest; rows?: readonly CreativeRow[] }) {
  const t = useTexts(lossTexts)
  const query = useQuery(lossReasonsQuery(request))
  return (
    <Section title={t('losses')} hint={t('lossesHint')} term="losses">
      <QueryView query={query} lines={6}>
        {({ reasons }) =>
          reasons.length === 0 ? (
            <Text c="dimmed">{t('noLosses')}</Text>
          ) : (
            <Stack gap={10} component="ul" p={0} m={0}>
              {reasons.slice(0, most).map((reason) => (
                <Reason key={reason.reason} reason={reason} rows={rows} />
              ))}
              <Others reasons={reasons.slice(most)} />
            </Stack>
          )
        }
      </QueryView>
    </Section>
  )
}

function Reason({
  reason: { reason, leads, share, creatives },
  rows,
}: {
  reason: LossReason
  rows: readonly CreativeRow[]
}) {
  const t = useTexts(lossTexts)
  const { titleOf } = useNames()
  const format = useFormat()
  const lost = creatives.slice(0, mostCreatives).flatMap((creative) => {
    const row = rows.find(({ creative_id }) => creative_id === creative.creative_id)
    return row ? `${titleOf(row)} (${format.count(creative.leads)})` : []
  })
  return (
    <Stack component="li" gap={3}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" lineClamp={2} c={reason === null ? 'dimmed' : undefined} className={classes.items}>
          {reason ?? t('noReason')}
        </Text>
        <Text size="sm" className={classes.cell}>
          {format.count(leads)}{' '}
          <Text span size="sm" c="dimmed">
            {format.percent(share.rate)}
          </Text>
        </Text>
      </Group>
      <Progress value={share.rate ?? 0} size="sm" aria-hidden />
      {lost.length > 0 && (
        <Text size="xs" c="dimmed" className={classes.items}>
          {t('mostly', { creatives: lost.join(' · ') })}
        </Text>
      )}
    </Stack>
  )
}

function Others({ reasons }: { reasons: LossReason[] }) {
  const t = useTexts(lossTexts)
  const leads = reasons.reduce((sum, reason) => sum + reason.leads, 0)
  if (leads === 0) return null
  return (
    <Text component="li" size="sm" c="dimmed">
      {t('otherReasons', { count: reasons.length, leads })}
    </Text>
  )
}
