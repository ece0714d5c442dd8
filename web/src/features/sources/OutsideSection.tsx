import { Group, List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Allowed } from '@/components/Allowed'
import { ButtonLink } from '@/components/Links'
import { Section } from '@/components/Section'
import { sourcesTexts } from '@/features/sources/texts'
import { useAccount, useFormat } from '@/lib/account'
import { attributionQuery } from '@/lib/attribution'
import type { Coverage } from '@/lib/figures'
import { pipelinesQuery } from '@/lib/pipelines'
import { useMay } from '@/lib/session'
import { useTexts } from '@/lib/texts'

/** Deals that no report counts, their amount, and the rules that leave them out. */
export function OutsideSection({ coverage }: { coverage: Coverage }) {
  const t = useTexts(sourcesTexts)
  const format = useFormat()
  const { id, currency } = useAccount()
  const mayConfigure = useMay('configure')
  const { deals_outside, deals_outside_amount } = coverage
  if (deals_outside === 0)
    return (
      <Section title={t('outside')}>
        <Text size="sm" c="dimmed">
          {t('allCounted')}
        </Text>
      </Section>
    )
  return (
    <Section
      title={t('outside')}
      aside={
        mayConfigure && (
          <ButtonLink
            size="xs"
            variant="default"
            to="/a/$accountId/settings"
            params={{ accountId: id }}
            search={{ tab: 'attribution' }}
          >
            {t('changeRules')}
          </ButtonLink>
        )
      }
    >
      <Group gap={6}>
        <Text fw={650}>{t('outsideDeals', { count: deals_outside })}</Text>
        {deals_outside_amount !== null && (
          <Text>{t('outsideAmount', { amount: format.money(deals_outside_amount, currency) })}</Text>
        )}
      </Group>
      <Allowed to="work">
        <Reasons />
      </Allowed>
    </Section>
  )
}

function Reasons() {
  const t = useTexts(sourcesTexts)
  const format = useFormat()
  const { id } = useAccount()
  const { data: rules } = useQuery(attributionQuery(id))
  const { data: pipelines = [] } = useQuery(pipelinesQuery(id))
  if (!rules) return null
  const { adopt_deals, adopt_from, adopt_pipelines } = rules
  const names = pipelines.filter((p) => adopt_pipelines?.includes(p.pipeline_id)).map((p) => p.pipeline_name)
  const reasons = [
    adopt_deals === 'off' && t('why_off'),
    adopt_deals === 'with_marks' && t('why_with_marks'),
    adopt_deals !== 'off' && adopt_from && t('why_from', { day: format.day(adopt_from) }),
    adopt_deals !== 'off' && adopt_pipelines && t('why_pipelines', { names: names.join(', ') }),
  ].filter((reason) => typeof reason === 'string')
  return (
    <List size="sm" aria-label={t('why')}>
      {(reasons.length > 0 ? reasons : [t('why_loading')]).map((reason) => (
        <List.Item key={reason}>{reason}</List.Item>
      ))}
    </List>
  )
}
