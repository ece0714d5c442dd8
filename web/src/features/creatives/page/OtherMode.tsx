import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { pageTexts } from '@/features/creatives/page/texts'
import { creativeFiguresQuery } from '@/lib/analytics'
import type { CreativeRow, FigureRequest } from '@/lib/figures'
import { defaultMode } from '@/lib/filter'
import { useTexts } from '@/lib/texts'

/** The number of qualified leads by mode where "now" and "ever" differ: 40 ever · 7 now. */
export function OtherMode({ row, request }: { row: CreativeRow; request: FigureRequest }) {
  const t = useTexts(pageTexts)
  const mode = request.mode ?? defaultMode
  const isTwofold = mode === 'ever' || mode === 'current'
  const other = mode === 'ever' ? 'current' : 'ever'
  const { data } = useQuery({
    ...creativeFiguresQuery({ ...request, mode: other, days: undefined }),
    enabled: isTwofold,
  })
  const counted = data?.creatives[0]?.qualified_leads
  if (!isTwofold || counted === undefined || counted === row.qualified_leads) return null
  const [now, ever] = mode === 'ever' ? [counted, row.qualified_leads] : [row.qualified_leads, counted]
  return (
    <Text component="dd" m={0} size="xs" c="dimmed">
      {t('nowAndEver', { now, ever })}
    </Text>
  )
}
