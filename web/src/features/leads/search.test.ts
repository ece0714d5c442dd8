import { describe, expect, it } from 'vitest'
import { readLeadList } from '@/features/leads/search'

const said = (search: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(readLeadList(search)).filter(([, value]) => value !== undefined))

describe('the address of a list of leads', () => {
  it('is read as other pages write it', () => {
    const address = {
      creativeId: 'unknown',
      pipelineId: 3104455,
      lostFromStatusId: 142,
      isQualified: false,
      amocrmPush: 'failed',
    }
    expect(said(address)).toEqual(address)
  })

  it('takes a phone for text', () => {
    expect(said({ search: 79161234567 })).toEqual({ search: '79161234567' })
  })

  it('leaves out what makes no sense', () => {
    expect(said({ pipelineId: 'x', statusId: 1.5, isQualified: 'yes', won: 1, counted: 'true' })).toEqual({})
    expect(said({ amocrmPush: 'lost' })).toEqual({})
    expect(said({ search: '' })).toEqual({})
  })
})
