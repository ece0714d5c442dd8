import type { Day, Run } from '@/features/runs/api'

/** The progress of a run, 0–100; undefined while its size is unknown. */
export function progressOf({ done, total, state }: Pick<Run, 'done' | 'total' | 'state'>) {
  if (state === 'done') return 100
  if (!total) return undefined
  return Math.min(100, Math.round((100 * done) / total))
}

/** The duration in seconds, up to now for a running one; undefined before the start. */
export function durationOf({ started_at, finished_at }: Pick<Run, 'started_at' | 'finished_at'>, now: Date) {
  if (!started_at) return undefined
  const end = finished_at ? new Date(finished_at) : now
  return Math.max(0, (end.getTime() - new Date(started_at).getTime()) / 1000)
}

/** Days with stage changes, latest first. */
export const eventful = (days: readonly Day[]) =>
  days.filter((day) => day.expected > 0 || day.unexplained > 0).toSorted((a, b) => (a.date < b.date ? 1 : -1))
