import { describe, expect, it } from 'vitest'
import { readForm } from '@/features/webhooks/form-tree'

const plain = (body: string) => JSON.parse(JSON.stringify(readForm(body)))

describe('the form of a webhook', () => {
  it('becomes the tree that its names spell, escaped or not', () => {
    const expected = { leads: { status: { '0': { id: '5', status_id: '142' } } }, account: { id: '7' } }
    expect(plain('leads[status][0][id]=5&leads[status][0][status_id]=142&account[id]=7')).toEqual(expected)
    expect(
      plain(
        'leads%5Bstatus%5D%5B0%5D%5Bid%5D=5&leads%5Bstatus%5D%5B0%5D%5Bstatus_id%5D=142&account%5Bid%5D=7',
      ),
    ).toEqual(expected)
  })

  it('keeps the last of two values, and a branch where a leaf stood', () => {
    expect(plain('a=1&a=2')).toEqual({ a: '2' })
    expect(plain('a=1&a[b]=2')).toEqual({ a: { b: '2' } })
  })

  it('reads names of objects as names', () => {
    expect(plain('__proto__[x]=1&constructor=2')).toEqual(
      JSON.parse('{"__proto__": {"x": "1"}, "constructor": "2"}'),
    )
    expect(({} as { x?: string }).x).toBeUndefined()
  })

  it('says when there is none', () => {
    expect(readForm('{"leads": []}')).toBeNull()
    expect(readForm('')).toBeNull()
  })
})
