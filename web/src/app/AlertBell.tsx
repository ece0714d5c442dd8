import { ActionIcon, Indicator } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { appTexts } from '@/app/texts'
import { alertsQuery } from '@/lib/alerts'
import { useTexts } from '@/lib/texts'

/** The number of alerts, on every page; the overview lists them. */
export function AlertBell({ accountId }: { accountId: string }) {
  const t = useTexts(appTexts)
  const { data: alerts = [] } = useQuery(alertsQuery(accountId))
  const label = alerts.length > 0 ? t('alerts', { count: alerts.length }) : t('noAlerts')
  return (
    <Indicator label={alerts.length} size={18} offset={5} color="red.8" disabled={alerts.length === 0}>
      <ActionIcon
        renderRoot={(props) => <Link to="/a/$accountId/overview" params={{ accountId }} {...props} />}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        title={label}
      >
        <IconBell size={20} />
      </ActionIcon>
    </Indicator>
  )
}
