import { Alert as Box, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Allowed } from '@/components/Allowed'
import { ButtonLink } from '@/components/Links'
import { type Alert, hasBegun, isUrgent, whereToFix } from '@/features/overview/alert-links'
import { alertTexts } from '@/features/overview/alert-texts'
import { useAccount, useFormat } from '@/lib/account'
import { alertsQuery } from '@/lib/alerts'
import { pipelinesQuery } from '@/lib/pipelines'
import { useTexts } from '@/lib/texts'

/** The current alerts, each with a link to its fix. */
export function Alerts() {
  const t = useTexts(alertTexts)
  const { id } = useAccount()
  const { data: alerts = [] } = useQuery(alertsQuery(id))
  if (alerts.length === 0) return null
  const urgent = alerts.filter(({ kind }) => isUrgent(kind))
  const others = alerts.filter(({ kind }) => !isUrgent(kind))
  return (
    <Stack gap="xs" component="section" aria-label={t('alerts')}>
      {[...urgent, ...others].map((alert) => (
        <AlertLine key={`${alert.kind} ${alert.subject ?? ''}`} alert={alert} />
      ))}
    </Stack>
  )
}

function AlertLine({ alert }: { alert: Alert }) {
  const t = useTexts(alertTexts)
  const format = useFormat()
  const sentence = useSentence(alert)
  return (
    <Box
      variant="light"
      color={isUrgent(alert.kind) ? 'red' : 'yellow'}
      icon={<IconAlertTriangle aria-hidden />}
      py="xs"
      role="status"
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 260px">
          {sentence} {hasBegun(alert) && `(${t('since', { time: format.time(alert.since) })})`}
        </Text>
        {alert.kind !== 'rollups_differ' && <Fix kind={alert.kind} />}
      </Group>
    </Box>
  )
}

function Fix({ kind }: { kind: keyof typeof whereToFix }) {
  const t = useTexts(alertTexts)
  const { id } = useAccount()
  const { right, ...fix } = whereToFix[kind]
  return (
    <Allowed to={right}>
      <ButtonLink size="compact-sm" variant="default" {...fix} params={{ accountId: id }}>
        {t(`fix_${kind}`)}
      </ButtonLink>
    </Allowed>
  )
}

function useSentence({ kind, subject, count }: Alert) {
  const t = useTexts(alertTexts)
  const { id } = useAccount()
  const { data: pipelines = [] } = useQuery({ ...pipelinesQuery(id), enabled: kind === 'new_stage' })
  if (kind !== 'new_stage') return t(`alert_${kind}`, { count })
  for (const { pipeline_name, stages } of pipelines) {
    const stage = stages.find((s) => s.id === subject)
    if (stage) return t('alert_new_stage', { stage: stage.status_name, pipeline: pipeline_name })
  }
  return t('alert_new_stage_unknown')
}
