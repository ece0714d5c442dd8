import type { components } from '@/lib/api-types'

type Run = components['schemas']['SyncRunView']

export type BackfillPhase = 'waiting' | 'counting' | 'deals' | 'history' | 'done' | 'failed'

/** Deals are read first, then their stage history: done stands at total meanwhile. */
export function phaseOf(run: Pick<Run, 'state' | 'is_queued' | 'done' | 'total'>): BackfillPhase {
  if (run.state !== 'running') return run.state
  if (run.is_queued) return 'waiting'
  if (run.total === null) return 'counting'
  return run.done < run.total ? 'deals' : 'history'
}

const leastMs = 5_000

/** Minutes until all deals are read, at the pace so far; undefined before there is one. */
export function minutesLeft(
  { started_at, done, total }: Pick<Run, 'started_at' | 'done' | 'total'>,
  now: Date,
) {
  if (!started_at || !total || done === 0) return undefined
  const passed = now.getTime() - Date.parse(started_at)
  return passed < leastMs ? undefined : Math.ceil((passed * (total - done)) / done / 60_000)
}
