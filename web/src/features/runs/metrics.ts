import type { Day, Run } from '@/features/runs/api'

/** How far a run is, 0–100; undefined while nobody knows how much there is. */
export function progressOf({ done, total, state }: Pick<Run, 'done' | 'total' | 'state'>) {
  if (state === 'done') return 100
  if (!total) return undefined
  return Math.min(100, Math.round((100 * done) / total))
}

/** Seconds from start to end, or to now; undefined before it has started. */
export function durationOf({ started_at, finished_at }: Pick<Run, 'started_at' | 'finished_at'>, now: Date) {
  if (!started_at) return undefined
  const end = finished_at ? new Date(finished_at) : now
  return Math.max(0, (end.getTime() - new Date(started_at).getTime()) / 1000)
}

/** The days on which something changed its stage, the latest first. */
export const eventful = (days: readonly Day[]) =>
  days.filter((day) => day.expected > 0 || day.unexplained > 0).toSorted((a, b) => (a.date < b.date ? 1 : -1))
