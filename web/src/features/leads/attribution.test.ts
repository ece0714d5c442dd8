import { describe, expect, it } from 'vitest'
import { distinctMarks, markName, whyOf } from '@/features/leads/attribution'

const evidence = { code: 'utm_content', value: 'video_3' }
const decided = { creative_id: 'k', decided_at: '2026-11-25T10:00:00Z', evidence }

describe('why a lead belongs to its creative', () => {
  it('is told apart: by a person, with the lead, by a mark', () => {
    const why = (rule: string, part = {}) =>
      whyOf({ attribution: { ...decided, rule, ...part }, marks: [{}] })
    expect(why('given', { evidence: null })).toBe('person')
    expect(why('given', { evidence: null, creative_id: null })).toBe('personNone')
    expect(why('given', { evidence: null, decided_at: null })).toBe('sent')
    expect(['utm_content', 'creative_mark', 'mapped_field', 'token'].map((rule) => why(rule))).toEqual([
      'ad',
      'mark',
      'mapped',
      'token',
    ])
    expect(why('utm_content', { evidence: null })).toBe('erased')
  })

  it('is not known without marks, or by none of them', () => {
    const attribution = { rule: 'none', creative_id: null, decided_at: null, evidence: null }
    expect(whyOf({ attribution, marks: [] })).toBe('noMarks')
    expect(whyOf({ attribution, marks: [{}] })).toBe('none')
  })
})

it('a value that webhook and reading told is one mark, of the earlier time', () => {
  const mark = (source: string, seen_at: string) => ({ code: 'utm_content', value: 'a', source, seen_at })
  expect(
    distinctMarks([mark('api', '2026-11-25T10:00:01Z'), mark('webhook', '2026-11-25T10:00:00Z')]).map(
      ({ source }) => source,
    ),
  ).toEqual(['webhook'])
})

it('a field is called as the account calls it', () => {
  expect(markName('field:7', [{ code: 'field:7', name: 'Campaign' }])).toBe('Campaign')
  expect(markName('utm_content', [{ code: 'utm_content', name: 'UTM' }])).toBe('utm_content')
})
