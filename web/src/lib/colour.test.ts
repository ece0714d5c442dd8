import { describe, expect, it } from 'vitest'
import { contrast, readableOn } from '@/lib/colour'

describe('the ink on a colour', () => {
  it('is dark on what is light and light on what is dark', () => {
    expect(readableOn('#fffeb2')).toBe('#1a1b1e')
    expect(readableOn('#0b2f6b')).toBe('#ffffff')
  })

  it('is always readable', () => {
    for (let grey = 0; grey < 256; grey += 1) {
      const ground = `#${grey.toString(16).padStart(2, '0').repeat(3)}`
      expect(contrast(ground, readableOn(ground))).toBeGreaterThanOrEqual(4.1)
    }
  })
})
