import { Group, Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import classes from '@/features/creatives/creatives.module.css'
import { lossReasonsQuery } from '@/features/creatives/page/api'
import { pageTexts } from '@/features/creatives/page/texts'
import { useFormat } from '@/lib/account'
import type { components } from '@/lib/api-types'
import type { FigureRequest } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

type LossReason = components['schemas']['LossReason']
const most = 8

/** The reasons that its leads were lost for, as people say in amoCRM. */
export function LossPanel({ request }: { request: FigureRequest }) {
  const t = useTexts(pageTexts)
  const query = useQuery(lossReasonsQuery(request))
  return (
    <Section title={t('losses')} hint={t('lossesHint')}>
      <QueryView query={query} lines={6}>
        {({ reasons }) =>
          reasons.length === 0 ? (
            <Text c="dimmed">{t('noLosses')}</Text>
          ) : (
            <Stack gap={10} component="ul" p={0} m={0}>
              {reasons.slice(0, most).map((reason) => (
                <Reason key={reason.reason} reason={reason} />
              ))}
              <Others reasons={reasons.slice(most)} />
            </Stack>
          )
        }
      </QueryView>
    </Section>
  )
}

function Reason({ reason: { reason, leads, share } }: { reason: LossReason }) {
  const t = useTexts(pageTexts)
  const format = useFormat()
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
    </Stack>
  )
}

function Others({ reasons }: { reasons: LossReason[] }) {
  const t = useTexts(pageTexts)
  const leads = reasons.reduce((sum, reason) => sum + reason.leads, 0)
  if (leads === 0) return null
  return (
    <Text component="li" size="sm" c="dimmed">
      {t('otherReasons', { count: reasons.length, leads })}
    </Text>
  )
}
