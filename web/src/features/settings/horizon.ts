import type { HorizonImpact } from '@/features/settings/api'

type Judgement = HorizonImpact['creatives'][number]['before']

const isDecided = ({ verdict }: Judgement) => verdict === 'better' || verdict === 'worse'

/** Creatives whose verdict another horizon changes, those that win or lose a decided one first. */
export const turnedVerdicts = ({ creatives }: HorizonImpact) =>
  creatives
    .filter(({ before, after }) => before.verdict !== after.verdict)
    .toSorted(
      (a, b) =>
        Number(isDecided(b.before) || isDecided(b.after)) - Number(isDecided(a.before) || isDecided(a.after)),
    )
