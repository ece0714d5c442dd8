import { expect, it } from 'vitest'
import { csvAddress } from '@/features/creatives/csv'

it('the file holds what the table was asked for, parted as the reader’s spreadsheet wants it', () => {
  const request = { userAccountId: 'a', from: '2026-11-01', directionId: undefined, mode: 'ever' } as const
  expect(csvAddress(request, 'ru')).toBe(
    '/api/analytics/creatives?userAccountId=a&from=2026-11-01&mode=ever&format=csv&separator=%3B',
  )
  expect(csvAddress(request, 'en')).toContain('separator=%2C')
})
