import { describe, expect, it } from 'vitest'
import { asDraft, emptyDraft, faultsOf, randomKey } from '@/features/leads/draft'

const form = emptyDraft(true)

describe('a lead that is typed in', () => {
  it('needs one way to reach the person', () => {
    expect(faultsOf(form)).toEqual({ phone: 'contactMissing' })
    expect(faultsOf({ ...form, phone: '   ' })).toEqual({ phone: 'contactMissing' })
    expect(faultsOf({ ...form, chat_id: '79161234567@c.us' })).toEqual({})
  })

  it('is told of what the API would refuse', () => {
    const wrong = { ...form, phone: 'позвоните', email: 'нет', amocrm_lead_id: '12a' }
    expect(faultsOf(wrong)).toEqual({
      phone: 'phoneWithoutDigits',
      email: 'emailMalformed',
      amocrm_lead_id: 'dealNotNumber',
    })
  })

  it('is sent without what was left empty', () => {
    expect(asDraft({ ...form, name: ' Анна ', phone: '+7 916', amocrm_lead_id: ' 51001000 ' })).toEqual({
      source_type: 'manual',
      push: true,
      name: 'Анна',
      phone: '+7 916',
      amocrm_lead_id: 51001000,
    })
  })

  it('has a key of its own', () => {
    expect(randomKey()).toMatch(/^[0-9a-f]{32}$/)
    expect(randomKey()).not.toBe(randomKey())
  })
})
