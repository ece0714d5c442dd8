import { expect, it } from 'vitest'
import { readHidden } from '@/features/creatives/figure-columns'

it('hidden columns are those that are kept and still exist', () => {
  expect(readHidden('["spend","gone"]')).toEqual(['spend'])
  for (const damaged of [undefined, 'spend', '{"spend":true}']) expect(readHidden(damaged)).toEqual([])
})
