import { expect, it } from 'vitest'
import { pageToKeep, partsToKeep } from '@/app/switching'

it('switching the account stays on the page, and of a single thing on its list', () => {
  expect(pageToKeep('/a/$accountId/creatives')).toBe('/a/$accountId/creatives')
  expect(pageToKeep('/a/$accountId/creatives/compare')).toBe('/a/$accountId/creatives')
  expect(pageToKeep('/a/$accountId/leads/$leadId')).toBe('/a/$accountId/leads')
  expect(pageToKeep('/a/$accountId/webhooks/$deliveryId')).toBe('/a/$accountId/webhooks')
  expect(pageToKeep('/users')).toBe('/a/$accountId/overview')
})

it('switching the account keeps the period and forgets what is of the account', () => {
  const kept = partsToKeep({
    from: '2026-11-01',
    mode: 'current',
    directionId: 'x',
    creativeId: 'y',
    ids: ['z'],
  })
  expect(kept).toMatchObject({ from: '2026-11-01', mode: 'current', directionId: undefined })
  expect(kept).not.toHaveProperty('creativeId')
  expect(kept).not.toHaveProperty('ids')
})
