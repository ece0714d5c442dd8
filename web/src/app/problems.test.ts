import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codesEn, codesRu } from '@/components/codes'
import { reasonsEn } from '@/components/reasons-en'
import { reasonsRu } from '@/components/reasons-ru'
import { lineFaultsEn, lineFaultsRu } from '@/features/spend/line-faults'

const [codes = '', reasons = '', lines = ''] = readFileSync(
  new URL('../../../docs/problems.md', import.meta.url),
  'utf8',
).split(/^## (?:Reasons|Lines of a file)$/m)

const listed = (tables: string) => [...tables.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name]) => name ?? '')

/** Codes of the app itself, which the API never sends. */
const ofThePage = ['network', 'failed']

describe('every problem has its sentence', () => {
  it('by reason, in both languages', () => {
    expect(listed(reasons).length).toBeGreaterThan(80)
    expect(Object.keys(reasonsRu).sort()).toEqual(listed(reasons).sort())
    expect(Object.keys(reasonsEn).sort()).toEqual(listed(reasons).sort())
  })

  it('by code, in both languages', () => {
    const known = [...listed(codes), ...ofThePage].sort()
    expect(Object.keys(codesRu).sort()).toEqual(known)
    expect(Object.keys(codesEn).sort()).toEqual(known)
  })

  it('by the fault of a line, in both languages', () => {
    expect(listed(lines).length).toBeGreaterThan(10)
    expect(Object.keys(lineFaultsRu)).toEqual(expect.arrayContaining(listed(lines)))
    expect(Object.keys(lineFaultsEn)).toEqual(Object.keys(lineFaultsRu))
  })

  it('in its own language', () => {
    for (const sentence of Object.values({ ...reasonsRu, ...codesRu }))
      expect(sentence).toMatch(/^[^]*[а-яё][^]*[.?!]$/i)
    for (const sentence of Object.values({ ...reasonsEn, ...codesEn }))
      expect(sentence).toMatch(/^[^а-яё]*[.?!]$/i)
  })
})
