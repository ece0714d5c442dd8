import { type FunnelStage, isStep, lostStatus, type StageTime, wonStatus } from '@/lib/figures'

export interface FunnelStep {
  stage: FunnelStage
  /** Percent of the first stage: the length of the bar. */
  share: number
  /** Leads of the previous stage that did not reach this one. */
  dropped: number | null
  /** Leads that skipped this stage. */
  skipped: number
}

export interface ReachedFunnel {
  /** Incoming leads: shown, never the base of a conversion. */
  incoming: FunnelStage[]
  steps: FunnelStep[]
  lost: FunnelStage | undefined
}

export function reachedFunnel(stages: readonly FunnelStage[]): ReachedFunnel {
  const steps = stages.filter(isStep)
  const first = steps[0]?.reached_or_passed ?? 0
  return {
    incoming: stages.filter((stage) => stage.is_incoming),
    steps: steps.map((stage, i) => {
      const before = steps[i - 1]
      return {
        stage,
        share: first === 0 ? 0 : (100 * stage.reached_or_passed) / first,
        dropped: before ? before.reached_or_passed - stage.reached_or_passed : null,
        skipped: Math.max(0, stage.reached_or_passed - stage.reached),
      }
    }),
    lost: stages.find((stage) => stage.status_id === lostStatus),
  }
}

const isClosing = ({ status_id }: FunnelStage) => status_id === wonStatus || status_id === lostStatus

/** Leads by current stage: open stages relative to the fullest, closed ones apart, as they would dwarf them. */
export function snapshot(stages: readonly FunnelStage[]) {
  const open = stages.filter((stage) => !isClosing(stage) && (!stage.is_archived || stage.current > 0))
  const fullest = Math.max(0, ...open.map((stage) => stage.current))
  return {
    total: stages.reduce((sum, stage) => sum + stage.current, 0),
    open: open.map((stage) => ({ stage, share: fullest === 0 ? 0 : (100 * stage.current) / fullest })),
    closed: stages.filter(isClosing),
  }
}

export const exits = ['forward', 'won', 'elsewhere', 'back', 'lost'] as const
export type Exit = (typeof exits)[number]

/** Exits in percent of finished visits, in the order of the bar. */
export function exitShares({ exits: counts }: StageTime) {
  const total = exits.reduce((sum, exit) => sum + counts[exit], 0)
  return exits
    .filter((exit) => counts[exit] > 0)
    .map((exit) => ({ exit, count: counts[exit], share: (100 * counts[exit]) / total }))
}
