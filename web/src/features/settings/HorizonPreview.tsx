import { List, Stack, Table, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { type HorizonImpact, horizonImpactQuery } from '@/features/settings/api'
import { horizonTexts } from '@/features/settings/horizon-texts'
import { turnedVerdicts } from '@/features/settings/horizon'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const typing = 400 // ms
const most = 8

/** The verdicts that another horizon would give, beside those of now, before it is saved. */
export function HorizonPreview({ days }: { days: number }) {
  const { id, horizon_days } = useAccount()
  const [asked] = useDebouncedValue(days, typing)
  const query = useQuery({ ...horizonImpactQuery(id, asked), enabled: asked !== horizon_days })
  return days === horizon_days || asked === horizon_days ? null : (
    <QueryView query={query} lines={6}>
      {(impact) => <Preview impact={impact} />}
    </QueryView>
  )
}

function Preview({ impact }: { impact: HorizonImpact }) {
  const t = useTexts(horizonTexts)
  return (
    <Stack gap="xs" component="section" aria-label={t('preview')}>
      <Title order={3} size="h5">
        {t('preview')}
      </Title>
      {impact.creatives.length === 0 ? (
        <Text size="sm">{t('noneJudged')}</Text>
      ) : (
        <>
          <Totals impact={impact} />
          <Turned impact={impact} />
        </>
      )}
    </Stack>
  )
}

function Totals({ impact: { before, after } }: { impact: HorizonImpact }) {
  const t = useTexts(horizonTexts)
  const format = useFormat()
  const rows: [string, (side: typeof before) => string][] = [
    [t('horizonRow'), (side) => t('dayCount', { count: side.horizon_days })],
    [t('untilRow'), (side) => format.day(side.judged_until)],
    [t('leadsRow'), (side) => format.count(side.judged_leads)],
    [t('betterRow'), (side) => format.count(side.better)],
    [t('worseRow'), (side) => format.count(side.worse)],
    [t('tooEarlyRow'), (side) => format.count(side.too_early)],
    [t('aloneRow'), (side) => format.count(side.alone)],
  ]
  return (
    <Table verticalSpacing={4} horizontalSpacing="xs" style={{ fontVariantNumeric: 'tabular-nums' }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          <Table.Th scope="col" ta="right">
            {t('now')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('then')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([title, of]) => (
          <Table.Tr key={title}>
            <Table.Th scope="row" fw={400}>
              {title}
            </Table.Th>
            <Table.Td ta="right">{of(before)}</Table.Td>
            <Table.Td ta="right" fw={of(before) === of(after) ? 400 : 600}>
              {of(after)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Turned({ impact }: { impact: HorizonImpact }) {
  const t = useTexts(horizonTexts)
  const turned = turnedVerdicts(impact)
  const others = turned.length - most
  if (turned.length === 0) return <Text size="sm">{t('noneTurns')}</Text>
  return (
    <div>
      <Text size="sm">{t('turned')}</Text>
      <List size="sm" spacing={4} mt={4}>
        {turned.slice(0, most).map(({ creative_id, title, before, after }) => (
          <List.Item key={creative_id} style={{ overflowWrap: 'anywhere' }}>
            {t('turnedOne', {
              title,
              before: t(before.verdict),
              after: t(after.verdict),
              leads: t('leadCount', { count: after.judged_leads }),
            })}
          </List.Item>
        ))}
      </List>
      {others > 0 && (
        <Text size="sm" c="dimmed">
          {t('othersToo', { count: others })}
        </Text>
      )}
    </div>
  )
}
