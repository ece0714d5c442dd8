import { Button, Group, NumberInput, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Section } from '@/components/Section'
import { HorizonPreview } from '@/features/settings/HorizonPreview'
import { horizonTexts } from '@/features/settings/horizon-texts'
import { useAccount } from '@/lib/account'
import { maturityQuery } from '@/lib/analytics'
import { useTexts } from '@/lib/texts'

const longest = 90

/** Days a lead has before verdicts judge it, with those that the account's leads suggest. */
export function HorizonSection({
  days,
  error,
  onChange,
}: {
  days: number
  error?: string
  onChange: (days: number) => void
}) {
  const t = useTexts(horizonTexts)
  return (
    <Section term="judged" title={t('verdicts')}>
      <NumberInput
        name="horizon_days"
        label={t('horizon')}
        description={t('horizonHint')}
        required
        min={1}
        max={longest}
        allowDecimal={false}
        value={days}
        error={error}
        onChange={(value) => typeof value === 'number' && onChange(value)}
      />
      <Suggestion days={days} onTake={onChange} />
      <HorizonPreview days={days} />
    </Section>
  )
}

function Suggestion({ days, onTake }: { days: number; onTake: (days: number) => void }) {
  const t = useTexts(horizonTexts)
  const { data } = useQuery(maturityQuery({ userAccountId: useAccount().id }))
  if (!data) return null
  const suggested = data.suggested_horizon_days
  if (suggested === null)
    return (
      <Text size="sm" c="dimmed">
        {t('unknown')}
      </Text>
    )
  const count = t('dayCount', { count: suggested })
  return (
    <Group gap="sm" justify="space-between">
      <Text size="sm" c="dimmed" flex={1} miw={240}>
        {t(suggested === days ? 'asSuggested' : 'suggested', { days: count })}
      </Text>
      {suggested !== days && (
        <Button variant="default" size="xs" onClick={() => onTake(suggested)}>
          {t('take', { days: count })}
        </Button>
      )}
    </Group>
  )
}
