import { expect, it } from 'vitest'
import { platformOf, platforms, templates } from '@/features/sources/platforms'

it('a parameter that was not filled in is told by its platform', () => {
  expect(
    ['{{ad.id}}', '{{banner_id}}', '{ad_id}', '{creative}', '__CID__', '{{}}', '{макрос}'].map(platformOf),
  ).toEqual(['meta', 'vk', 'yandex', 'google', 'tiktok', undefined, undefined])
})

it('each template carries the id of the ad, in the parameters of its own platform', () => {
  for (const platform of platforms) {
    const content = new URLSearchParams(templates[platform]).get('utm_content') ?? ''
    expect(platformOf(content)).toBe(platform === 'my_target' ? 'vk' : platform)
  }
})
