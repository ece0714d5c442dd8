import { describe, expect, it } from 'vitest'
import { codesOf, partsOf, planOf } from '@/features/sources/parts'

describe('what becomes of values', () => {
  it('makes ads of long numbers where ads stand, so that their spend follows', () => {
    expect(partsOf('utm_content', ['120210555000110001', 'video_3', '12'])).toEqual({
      ads: ['120210555000110001'],
      marks: [
        { code: 'utm_content', value: 'video_3' },
        { code: 'utm_content', value: '12' },
      ],
    })
  })

  it('leaves the numbers of campaigns marks', () => {
    expect(partsOf('utm_campaign', ['70410123']).marks).toEqual([{ code: 'utm_campaign', value: '70410123' }])
  })
})

it('a value that a creative is named after goes to that creative', () => {
  const kitchen = { title: 'Кухня ', is_archived: false }
  const plan = planOf(
    'utm_content',
    ['кухня', 'Ванная', 'video_3'],
    [kitchen, { title: 'Ванная', is_archived: true }],
  )
  expect(plan.known.map(({ creative, parts }) => [creative, parts.marks[0]?.value])).toEqual([
    [kitchen, 'кухня'],
  ])
  expect(plan.fresh.marks.map(({ value }) => value)).toEqual(['Ванная', 'video_3'])
})

it('the codes that name ads come before those of campaigns, and own fields last', () => {
  const items = ['utm_medium', 'utm_medium', 'field:7', 'utm_content', 'utm_campaign'].map((code) => ({
    code,
  }))
  expect(codesOf(items).map(({ code, count }) => `${code} ${count}`)).toEqual([
    'utm_content 1',
    'utm_campaign 1',
    'utm_medium 2',
    'field:7 1',
  ])
})
