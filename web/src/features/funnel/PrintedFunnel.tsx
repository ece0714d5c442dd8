import { useQuery } from '@tanstack/react-query'
import { PrintedFilter } from '@/components/PrintedFilter'
import { funnelTexts } from '@/features/funnel/texts'
import { useAccount } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { type Pipeline, unknownCreative } from '@/lib/figures'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

/** The filter with the pipeline and creative, on paper. */
export function PrintedFunnel({ pipeline }: { pipeline?: Pipeline }) {
  const t = useTexts(funnelTexts)
  const { data: creatives = [] } = useQuery(creativesQuery(useAccount().id))
  const { creativeId } = useFilter().filter
  const creative =
    creativeId === unknownCreative ? t('noCreative') : creatives.find(({ id }) => id === creativeId)?.title
  return <PrintedFilter withMode={false} parts={[pipeline?.pipeline_name, creative]} />
}
