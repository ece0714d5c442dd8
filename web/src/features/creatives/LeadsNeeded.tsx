import { Group, NumberInput, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemSentence } from '@/components/problem-sentence'
import { Section } from '@/components/Section'
import { faultOf, type Plan, planFrom } from '@/features/creatives/plan'
import { planTexts } from '@/features/creatives/plan-texts'
import { useAccount, useFormat } from '@/lib/account'
import { api, read } from '@/lib/api-client'
import type { CreativeRow } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

/** The calculator of leads for a difference that a person names. */
export function LeadsNeeded({ rows }: { rows: CreativeRow[] }) {
  const t = useTexts(planTexts)
  const [plan, setPlan] = useState<Partial<Plan>>(() => planFrom(rows))
  const [asked] = useDebouncedValue(plan, 300)
  const field = (name: keyof Plan, most: number, width: number) => (
    <NumberInput
      label={t(name)}
      w={{ base: '100%', xs: width }}
      min={name === 'creatives' ? 2 : 1}
      max={most}
      allowDecimal={name !== 'creatives'}
      allowNegative={false}
      value={plan[name] ?? ''}
      onChange={(value) => setPlan({ ...plan, [name]: typeof value === 'number' ? value : undefined })}
    />
  )
  return (
    <div className="screen-only">
      <Section title={t('title')} hint={t('hint')} term="needed">
        <Group gap="sm" align="flex-end">
          {field('from', 99.9, 190)}
          {field('to', 99.9, 240)}
          {field('creatives', 10_000, 210)}
        </Group>
        <Text role="status">
          <Answer plan={asked} />
        </Text>
      </Section>
    </div>
  )
}

const neededQuery = (userAccountId: string, { from, to, creatives }: Plan) =>
  queryOptions({
    queryKey: ['account', userAccountId, 'leads-needed', from, to, creatives],
    queryFn: ({ signal }) => {
      const query = { userAccountId, from_rate: from, to_rate: to, creatives }
      return read(api.GET('/api/analytics/leads-needed', { params: { query }, signal }))
    },
    staleTime: Infinity,
    refetchInterval: false,
    placeholderData: keepPreviousData,
  })

function Answer({ plan }: { plan: Partial<Plan> }) {
  const t = useTexts(planTexts)
  const format = useFormat()
  const { id } = useAccount()
  const fault = faultOf(plan)
  const { from = 0, to = 0, creatives = 0 } = plan
  const { data, error } = useQuery({ ...neededQuery(id, { from, to, creatives }), enabled: fault === null })
  if (fault) return t(`fault_${fault}`)
  if (error) return problemSentence(error)
  if (!data) return null
  const { leads_per_creative: count } = data
  if (count === null) return t('never')
  return t('answer', {
    count,
    creatives,
    total: count * creatives,
    from: format.percent(from),
    to: format.percent(to),
  })
}
