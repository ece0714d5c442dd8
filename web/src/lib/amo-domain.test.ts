import { describe, expect, it } from 'vitest'
import { asAmoDomain } from '@/lib/amo-domain'

describe('the address of an amoCRM as people give it', () => {
  it.each([
    ['client', 'client.amocrm.ru'],
    [' Client ', 'client.amocrm.ru'],
    ['client.amocrm.ru', 'client.amocrm.ru'],
    ['https://client.amocrm.ru/leads/', 'client.amocrm.ru'],
    ['http://client.amocrm.ru', 'client.amocrm.ru'],
    ['client.amocrm.ru/leads/pipeline/123/?skip_filter=Y#top', 'client.amocrm.ru'],
    ['https://client.kommo.com/leads/detail/1', 'client.kommo.com'],
    ['client.amocrm.com:443/', 'client.amocrm.com'],
    ['client.amocrm.ru.', 'client.amocrm.ru'],
  ])('%s', (typed, host) => expect(asAmoDomain(typed)).toBe(host))

  it.each(['', 'https://example.com/leads', 'client.amocrm.ru.example.com', 'мебель', 'amocrm.ru'])(
    'leaves to the API what is none: %s',
    (typed) => expect(asAmoDomain(typed)).toBe(typed),
  )
})
