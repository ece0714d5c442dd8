import { describe, expect, it } from 'vitest'
import { choiceOf, firstChoice, nobody } from '@/features/matches/choice'

const candidate = (id: string) => ({
  id,
  name: null,
  phone: null,
  source_type: 'website' as const,
  creative_id: null,
  created_at: '2026-11-25T10:00:00Z',
})
const match = { candidates: [candidate('first'), candidate('second')] }

describe('a digit', () => {
  it('chooses a candidate by its number', () => {
    expect(choiceOf('1', match)).toBe('first')
    expect(choiceOf('2', match)).toBe('second')
  })

  it('chooses nobody with nought', () => {
    expect(choiceOf('0', match)).toBe(nobody)
  })

  it('chooses nothing where there is no such candidate, as other keys do', () => {
    expect(choiceOf('3', match)).toBeUndefined()
    expect(choiceOf('a', match)).toBeUndefined()
    expect(choiceOf('Enter', match)).toBeUndefined()
  })
})

describe('before anybody has chosen', () => {
  it('nothing is chosen but where nobody is left', () => {
    expect(firstChoice(match)).toBeNull()
    expect(firstChoice({ candidates: [] })).toBe(nobody)
  })
})
