import { Progress, Text } from '@mantine/core'
import { backfillTexts } from '@/components/backfill-texts'
import { AnchorLink } from '@/components/Links'
import { useAccount, useFormat } from '@/lib/account'
import type { components } from '@/lib/api-types'
import { minutesLeft, phaseOf } from '@/lib/backfill'
import { useTexts } from '@/lib/texts'

type Run = components['schemas']['SyncRunView']

/** How far the reading of all deals has got, in words and as a bar. */
export function BackfillProgress({ run }: { run: Run }) {
  const t = useTexts(backfillTexts)
  const { id } = useAccount()
  const sentence = useSentence(run)
  const phase = phaseOf(run)
  if (phase === 'failed')
    return (
      <Text size="sm" c="red">
        {sentence}. {run.error}{' '}
        <AnchorLink to="/a/$accountId/runs" params={{ accountId: id }} inherit underline="always">
          {t('toRuns')}
        </AnchorLink>
      </Text>
    )
  const share = phase === 'deals' && run.total ? (100 * run.done) / run.total : 100
  return (
    <div>
      <Text size="sm">{sentence}</Text>
      {phase !== 'done' && (
        <Progress.Root size="sm" mt={6}>
          <Progress.Section
            value={share}
            animated={phase !== 'deals'}
            aria-label={t('progress')}
            aria-valuetext={sentence}
          />
        </Progress.Root>
      )}
      {phase !== 'done' && run.error && (
        <Text size="xs" c="orange" mt={4}>
          {t('troubled')}
        </Text>
      )}
    </div>
  )
}

function useSentence(run: Run) {
  const t = useTexts(backfillTexts)
  const format = useFormat()
  const phase = phaseOf(run)
  const total = run.total ?? 0
  const values = { count: total, done: format.count(run.done), total: format.count(total) }
  if (phase !== 'deals') return t(phase, values)
  const minutes = minutesLeft(run, new Date())
  const left =
    minutes === undefined ? [] : [minutes <= 1 ? t('lastMinute') : t('minutes', { count: minutes })]
  return [t('deals', values), ...left].join(', ')
}
