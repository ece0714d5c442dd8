import type { LinkProps } from '@tanstack/react-router'
import type { components } from '@/lib/api-types'

export type Alert = components['schemas']['Alert']
type Kind = Alert['kind']

/** The page that fixes the cause of an alert. */
export const whereToFix = {
  reauthorization_required: { to: '/a/$accountId/settings' },
  token_expiring: { to: '/a/$accountId/settings' },
  webhook_broken: { to: '/a/$accountId/settings' },
  silence: { to: '/a/$accountId/webhooks' },
  dead_deliveries: { to: '/a/$accountId/webhooks', search: { state: 'dead' } },
  run_failed: { to: '/a/$accountId/runs' },
  push_failed: { to: '/a/$accountId/leads', search: { period: 'all', amocrmPush: 'failed' } },
  new_stage: { to: '/a/$accountId/pipelines' },
  time_zone_unknown: { to: '/a/$accountId/settings' },
} as const satisfies Record<Kind, Pick<LinkProps, 'to' | 'search'>>

/** Red where figures are already wrong, yellow where they may become so. */
export const isUrgent = (kind: Kind) =>
  kind === 'reauthorization_required' ||
  kind === 'silence' ||
  kind === 'dead_deliveries' ||
  kind === 'webhook_broken'

/** True for kinds whose start time is worth showing. */
export const hasBegun = ({ kind }: Alert) => kind !== 'token_expiring' && kind !== 'new_stage'
