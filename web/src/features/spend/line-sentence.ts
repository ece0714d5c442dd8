import { lineFaultsEn, lineFaultsRu } from '@/features/spend/line-faults'
import type { LineError } from '@/features/spend/metrics'
import { defineTexts, translate } from '@/lib/texts'

const lineTexts = defineTexts('lines', lineFaultsRu, lineFaultsEn)

type Fault = keyof typeof lineFaultsRu
const isKnown = (key: string): key is Fault => Object.hasOwn(lineFaultsRu, key)

/** The key of the sentence: in the platform's own words where there are some. */
export function faultKey({ code, column }: LineError, format?: string): Fault | undefined {
  if (code === 'no_ad_ids' && column === 'ad_name') return 'ad_name_unknown'
  return [`${code}_${format}`, code ?? ''].find(isKnown)
}

/** The sentence for a rejected line; the API's own where this page does not know the code. */
export function lineSentence(error: LineError, format?: string) {
  const key = faultKey(error, format)
  return key ? translate(lineTexts, key, { value: error.value ?? '—' }) : error.message
}
