import { lineFaultsEn, lineFaultsRu } from '@/features/settings/line-faults'
import type { LineError } from '@/features/settings/metrics'
import { defineTexts, translate } from '@/lib/texts'

const lineTexts = defineTexts('lines', lineFaultsRu, lineFaultsEn)

const isKnown = (code: string | undefined): code is keyof typeof lineFaultsRu =>
  code !== undefined && Object.hasOwn(lineFaultsRu, code)

/** Why a line was not taken, in the person's language; in the API's words where this page does not know the code. */
export const lineSentence = ({ code, message, value }: LineError) =>
  isKnown(code) ? translate(lineTexts, code, { value: value ?? '—' }) : message
