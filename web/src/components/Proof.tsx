import { Text } from '@mantine/core'
import { adviceTexts } from '@/components/advice-texts'
import { proofOf } from '@/components/advice'
import { useAccount, useFormat } from '@/lib/account'
import type { CreativeRow } from '@/lib/figures'
import { isSnapshot } from '@/lib/filter'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** What the advice on a creative rests on, in one sentence. */
export function Proof({ row, isHead }: { row: CreativeRow; isHead?: boolean }) {
  const say = useTexts(adviceTexts)
  const format = useFormat()
  const { currency } = useAccount()
  const { request } = useFilter()
  if (isSnapshot(request.mode)) return null
  const proof = proofOf(row, currency, say, format)
  return proof ? (
    <Text
      size={isHead ? 'md' : 'xs'}
      c={isHead ? undefined : 'dimmed'}
      style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'normal' }}
    >
      {proof}
    </Text>
  ) : null
}
