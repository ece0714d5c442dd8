import { Badge, Group, Text, Tooltip } from '@mantine/core'
import type { DeliveryEvent } from '@/features/webhooks/api'
import { webhookTexts } from '@/features/webhooks/texts'
import { type Translate, useTexts } from '@/lib/texts'

const events = ['add', 'update', 'status', 'delete', 'restore'] as const
const effects = {
  applied: 'green',
  unchanged: 'gray',
  repeated: 'gray',
  unmatched: 'yellow',
  ignored: 'gray',
  set_aside: 'orange',
} as const
type Effect = keyof typeof effects
type T = Translate<NonNullable<(typeof webhookTexts)['keys']>>

const isEffect = (effect: string): effect is Effect => effect in effects

/** The name of an event. */
export function eventName(t: T, { event, entity }: DeliveryEvent) {
  if (entity === 'contact' && (event === 'add' || event === 'update')) return t(`event_contact_${event}`)
  const known = events.find((word) => word === event)
  return known && entity.startsWith('lead') ? t(`event_${known}`) : `${entity}: ${event}`
}

/** The sentence for an effect. */
export function effectSentence(t: T, { entity, effect, reason }: DeliveryEvent) {
  if (!isEffect(effect)) return effect
  if (entity === 'contact' && (effect === 'applied' || effect === 'ignored'))
    return t(`contactHint_${effect}`)
  return t(`effectHint_${effect}`, { reason: reasonText(t, reason) })
}

function reasonText(t: T, reason: string | null) {
  if (reason === 'foreign_account' || reason === 'invalid_id') return t(`reason_${reason}`)
  return t('reason_code', { code: reason ?? '' })
}

export function EffectBadge({ event }: { event: DeliveryEvent }) {
  const t = useTexts(webhookTexts)
  const { effect } = event
  return (
    <Tooltip label={effectSentence(t, event)}>
      <Badge variant="light" tt="none" color={isEffect(effect) ? effects[effect] : 'gray'}>
        {isEffect(effect) ? t(`effect_${effect}`) : effect}
      </Badge>
    </Tooltip>
  )
}

/** An event with its effect in one line. */
export function EventLine({ event }: { event: DeliveryEvent }) {
  const t = useTexts(webhookTexts)
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm">
        {eventName(t, event)}
        {event.id !== null && (
          <Text span c="dimmed">
            {' '}
            {t('number', { id: event.id })}
          </Text>
        )}
      </Text>
      <EffectBadge event={event} />
    </Group>
  )
}
