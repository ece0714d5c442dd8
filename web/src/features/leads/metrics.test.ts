import { describe, expect, it } from 'vitest'
import type { HistoryRow, Lead } from '@/features/leads/types'
import { asLeadRequest, reasonOf, stepsOf, titleOf } from '@/features/leads/metrics'

const row = (part: Partial<HistoryRow>): HistoryRow => ({
  id: part.changed_at ?? 'row',
  amocrm_lead_id: 1,
  from_pipeline_id: null,
  from_status_id: null,
  from_status_name: null,
  to_pipeline_id: 10,
  to_status_id: 100,
  to_status_name: 'Замер',
  is_qualified_stage: false,
  changed_at: '2026-11-25T10:00:00Z',
  received_at: part.changed_at ?? '2026-11-25T10:00:00Z',
  source: 'webhook',
  webhook_data: null,
  ...part,
})

const now = new Date('2026-11-25T13:00:00Z')
const first = row({ changed_at: '2026-11-25T10:00:00Z' })
const measured = row({ changed_at: '2026-11-25T11:30:00Z', to_status_id: 101, is_qualified_stage: true })
const lost = row({ changed_at: '2026-11-25T12:00:00Z', to_status_id: 143 })

describe('the steps of a deal', () => {
  it('come the latest first, each with the time until the next', () => {
    const steps = stepsOf([first, measured], now)
    expect(steps.map(({ hours }) => hours)).toEqual([1.5, 1.5])
    expect(steps.map(({ isCurrent }) => isCurrent)).toEqual([true, false])
  })

  it('end where the deal is closed: nobody waits there', () => {
    expect(stepsOf([measured, lost], now)[0]).toMatchObject({ hours: null, isCurrent: true })
  })

  it('tell how late they were learnt, but not of the minutes that webhooks need', () => {
    const late = row({ received_at: '2026-11-25T16:00:00Z' })
    const inTime = row({ received_at: '2026-11-25T10:09:00Z' })
    expect(stepsOf([late], now)[0]?.lateBy).toBe(6 * 3600)
    expect(stepsOf([inTime], now)[0]?.lateBy).toBeNull()
  })

  it('last no less than nothing when the clocks differ', () => {
    const ahead = row({ changed_at: '2026-11-25T13:00:02Z' })
    expect(stepsOf([ahead], now)[0]?.hours).toBe(0)
  })
})

describe('why a lead is or is not qualified', () => {
  const lead = (part: Partial<Lead>) => ({
    is_deleted: false,
    is_qualified: false,
    amocrm_lead_id: 1,
    current_status_id: 100,
    first_qualified_at: null,
    ...part,
  })
  const qualified = { is_qualified: true, first_qualified_at: measured.changed_at }

  it('is that the stage it is in counts', () => {
    expect(reasonOf(lead(qualified), [first, measured], true)).toBe('qualified')
  })

  it('names the first stage that counted when it is in another now', () => {
    const won = row({ changed_at: '2026-11-25T12:30:00Z', to_status_id: 142, is_qualified_stage: true })
    expect(reasonOf(lead(qualified), [first, measured, won], true)).toBe('qualifiedSince')
  })

  it('is that it was and has moved on', () => {
    const before = lead({ first_qualified_at: measured.changed_at })
    expect(reasonOf(before, [first, measured, lost], true)).toBe('qualifiedBefore')
  })

  it('is that no stage it came to counts, or that its stage is not known', () => {
    expect(reasonOf(lead({}), [first], true)).toBe('neverQualified')
    expect(reasonOf(lead({}), [first], false)).toBe('stageUnknown')
  })

  it('is that there is no deal, no stage of it, or no deal any more', () => {
    expect(reasonOf(lead({ amocrm_lead_id: null }), [], false)).toBe('noDeal')
    expect(reasonOf(lead({ current_status_id: null }), [], false)).toBe('noStage')
    expect(reasonOf(lead({ ...qualified, is_deleted: true }), [first, measured], true)).toBe('deleted')
  })
})

describe('what the list asks for', () => {
  it('is what figures count when a figure led here', () => {
    expect(asLeadRequest({}, { counted: true })).toEqual({ mode: 'ever' })
    expect(asLeadRequest({ mode: 'current' }, { counted: true })).toEqual({ mode: 'current' })
  })

  it('is every lead otherwise', () => {
    expect(asLeadRequest({}, { won: true })).toEqual({ won: true })
  })
})

describe('a person', () => {
  it('is called by the best that is known', () => {
    const nobody = { name: null, phone: null, phone_e164: null, email: null, chat_id: null }
    expect(titleOf({ ...nobody, phone: '8 916', email: 'a@b.example' })).toBe('8 916')
    expect(titleOf(nobody)).toBeNull()
  })
})
