import { expect, it } from 'vitest'
import { csvOf } from '@/lib/csv'

it('begins with a mark of UTF-8, and parts columns and decimals as the reader’s spreadsheet does', () => {
  const rows = [
    ['Лиды', 'ROMI'],
    [1200, -12.346],
    [null, 0.1 + 0.2],
  ]
  expect(csvOf(rows, 'ru')).toBe('\uFEFFЛиды;ROMI\r\n1200;-12,35\r\n;0,3\r\n')
  expect(csvOf(rows, 'en')).toBe('\uFEFFЛиды,ROMI\r\n1200,-12.35\r\n,0.3\r\n')
})

it('holds no cell that a spreadsheet would run, whichever separator it opens the file with', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(1)', ' =1', '\u00a0=1', '\u200b=1', '＝1'])
    expect(csvOf([[text]], 'ru')).toBe(`\uFEFF'${text}\r\n`)
  expect(csvOf([['a;=HYPERLINK("x")']], 'en')).toBe('\uFEFF"a;=HYPERLINK(""x"")"\r\n')
  expect(csvOf([['Кухни, «Осень»']], 'ru')).toBe('\uFEFF"Кухни, «Осень»"\r\n')
})
