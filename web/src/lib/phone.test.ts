import { expect, it } from 'vitest'
import { readablePhone } from '@/lib/phone'

it('is written as it is read, where the plan of numbers is known', () => {
  expect(readablePhone('+79161234567')).toBe('+7 916 123-45-67')
  expect(readablePhone('+4915112345678')).toBe('+4915112345678')
  expect(readablePhone('8 (916) 12')).toBe('8 (916) 12')
})
