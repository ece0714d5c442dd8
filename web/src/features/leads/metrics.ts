import type { HistoryRow, Lead } from '@/features/leads/types'
import type { LeadList } from '@/features/leads/search'
import { defaultMode, type Filter } from '@/lib/filter'
import { isClosing } from '@/lib/stages'

/** Asks for the leads that figures count: the API does so when a mode is given. */
export function asLeadRequest<T extends Pick<Filter, 'mode'>>(figures: T, { counted, ...list }: LeadList) {
  const asked = { ...figures, ...list }
  return counted && !asked.mode ? { ...asked, mode: defaultMode } : asked
}

const hourMs = 3_600_000
/** Normal delay: webhooks come within seconds, a repeated one within minutes. */
const lateMs = 10 * 60_000

export interface Step {
  row: HistoryRow
  /** Hours until the next step or until now; null for a closed deal's last step. */
  hours: number | null
  isCurrent: boolean
  /** The delay of the report in seconds; null when it came in time. */
  lateBy: number | null
}

/** The steps of a deal, latest first, with the time spent in each stage. */
export function stepsOf(history: readonly HistoryRow[], now: Date): Step[] {
  const at = (row: HistoryRow) => Date.parse(row.changed_at)
  return history
    .map((row, i) => {
      const next = history[i + 1]
      const isResting = !next && isClosing(row.to_status_id)
      const until = next ? at(next) : now.getTime()
      const delay = Date.parse(row.received_at) - at(row)
      return {
        row,
        hours: isResting ? null : Math.max(0, until - at(row)) / hourMs,
        isCurrent: !next,
        lateBy: delay > lateMs ? delay / 1000 : null,
      }
    })
    .reverse()
}

/** The first entry into a stage that counts as qualified today. */
export const firstQualified = (history: readonly HistoryRow[]) =>
  history.find((row) => row.is_qualified_stage)

export type Reason =
  | 'deleted'
  | 'qualified'
  | 'qualifiedSince'
  | 'qualifiedBefore'
  | 'neverQualified'
  | 'stageUnknown'
  | 'noStage'
  | 'noDeal'

/** The reason of a lead's qualification. */
export function reasonOf(
  lead: Pick<
    Lead,
    'is_deleted' | 'is_qualified' | 'amocrm_lead_id' | 'current_status_id' | 'first_qualified_at'
  >,
  history: readonly HistoryRow[],
  isStageKnown: boolean,
): Reason {
  if (lead.is_deleted) return 'deleted'
  if (lead.amocrm_lead_id === null) return 'noDeal'
  if (lead.current_status_id === null) return 'noStage'
  const current = history.at(-1)
  if (lead.is_qualified)
    return firstQualified(history)?.id === current?.id || !lead.first_qualified_at
      ? 'qualified'
      : 'qualifiedSince'
  if (lead.first_qualified_at) return 'qualifiedBefore'
  return isStageKnown ? 'neverQualified' : 'stageUnknown'
}

/** The title of a lead: its name, else a contact. */
export const titleOf = (lead: Pick<Lead, 'name' | 'phone' | 'phone_e164' | 'email' | 'chat_id'>) =>
  lead.name ?? lead.phone ?? lead.phone_e164 ?? lead.email ?? lead.chat_id
