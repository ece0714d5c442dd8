import { lineFaultsEn, lineFaultsRu } from '@/features/settings/line-faults'
import type { LineError } from '@/features/settings/metrics'
import { defineTexts, translate } from '@/lib/texts'

const lineTexts = defineTexts('lines', lineFaultsRu, lineFaultsEn)

const isKnown = (code: string | undefined): code is keyof typeof lineFaultsRu =>
  code !== undefined && Object.hasOwn(lineFaultsRu, code)

/** The sentence for a rejected line; the API's own where this page does not know the code. */
export const lineSentence = ({ code, message, value }: LineError) =>
  isKnown(code) ? translate(lineTexts, code, { value: value ?? '—' }) : message
