import type { components } from '@/lib/api-types'

export type Lead = components['schemas']['LeadView']
export type LeadMark = components['schemas']['LeadMarkView']
export type HistoryRow = components['schemas']['StatusHistoryItem']
export type Sale = components['schemas']['SaleView']
export type LeadDraft = components['schemas']['LeadDraft']
