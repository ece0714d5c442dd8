import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { completenessQuery } from '@/features/overview/api'
import { completenessOf } from '@/features/overview/metrics'
import { overviewTexts } from '@/features/overview/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The time of the latest data from amoCRM, and the share that came by webhook. */
export function Freshness({ asOf, isKnown }: { asOf?: string | null; isKnown: boolean }) {
  const t = useTexts(overviewTexts)
  const format = useFormat()
  const { id } = useAccount()
  const { data: days } = useQuery(completenessQuery(id))
  const completeness = days && completenessOf(days)
  if (!isKnown) return <>&nbsp;</>
  return (
    <>
      {asOf ? t('asOf', { time: format.time(asOf) }) : t('noData')}
      {typeof completeness === 'number' && (
        <>
          {' · '}
          <Tooltip
            label={t('completenessHint')}
            multiline
            w={280}
            events={{ hover: true, focus: true, touch: true }}
          >
            <span tabIndex={0}>{t('completeness', { share: format.percent(completeness) })}</span>
          </Tooltip>
        </>
      )}
    </>
  )
}
