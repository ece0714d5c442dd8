import { expect, it } from 'vitest'
import { chosen, draftsOf, fieldOptions } from '@/features/settings/attribution/mapping'

const field = (code: string, name: string | null) => ({ field_id: 1, code, name, type: 'text', examples: [] })

it('a row whose field is not chosen yet maps nothing', () => {
  const drafts = [
    { code: 'field:7', meaning: 'creative' },
    { code: null, meaning: 'ad_id' },
  ]
  expect(chosen(drafts)).toEqual([{ code: 'field:7', meaning: 'creative' }])
})

it('a field that is gone at amoCRM can still be seen and taken away', () => {
  const drafts = draftsOf({ fields: [{ code: 'field:9', field_id: 9, meaning: 'ad_id' }] })
  expect(fieldOptions([field('field:7', 'Campaign'), field('utm_content', null)], drafts)).toEqual([
    { value: 'field:7', label: 'Campaign' },
    { value: 'utm_content', label: 'utm_content' },
    { value: 'field:9', label: 'field:9' },
  ])
})
