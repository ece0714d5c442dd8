import { expect, it } from 'vitest'
import { pictureAt } from '@/features/creatives/page/picture'

const here = 'https://figures.example'

it('a picture is shown where the security headers allow its address', () => {
  expect(pictureAt(`${here}/files/ad.PNG?v=2`, here)).toBe(`${here}/files/ad.PNG?v=2`)
})

it('elsewhere, and a page about it, is a link only', () => {
  for (const url of ['https://ads.example/ad.png', `${here}/ads/1`, 'not an address', null])
    expect(pictureAt(url, here)).toBeUndefined()
})
