import type { LinkProps } from '@tanstack/react-router'
import type { components } from '@/lib/api-types'
import type { Right } from '@/lib/session'

export type Alert = components['schemas']['Alert']
type Kind = Alert['kind']

/** The page that fixes the cause of an alert, and the right that the fix needs. Roll-ups only the operator can fix. */
export const whereToFix = {
  reauthorization_required: { right: 'configure', to: '/a/$accountId/settings' },
  token_expiring: { right: 'configure', to: '/a/$accountId/settings' },
  webhook_broken: { right: 'configure', to: '/a/$accountId/settings' },
  silence: { right: 'work', to: '/a/$accountId/webhooks' },
  dead_deliveries: { right: 'work', to: '/a/$accountId/webhooks', search: { state: 'dead' } },
  run_failed: { right: 'read', to: '/a/$accountId/runs' },
  push_failed: { right: 'read', to: '/a/$accountId/leads', search: { period: 'all', amocrmPush: 'failed' } },
  new_stage: { right: 'work', to: '/a/$accountId/pipelines' },
  time_zone_unknown: { right: 'configure', to: '/a/$accountId/settings' },
} as const satisfies Record<
  Exclude<Kind, 'rollups_differ'>,
  { right: Right } & Pick<LinkProps, 'to' | 'search'>
>

/** Red where figures are already wrong, yellow where they may become so. */
export const isUrgent = (kind: Kind) =>
  kind === 'reauthorization_required' ||
  kind === 'silence' ||
  kind === 'dead_deliveries' ||
  kind === 'webhook_broken'

/** True for kinds whose start time is worth showing. */
export const hasBegun = ({ kind }: Alert) => kind !== 'token_expiring' && kind !== 'new_stage'
