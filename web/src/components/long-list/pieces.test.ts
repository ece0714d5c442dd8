import { describe, expect, it } from 'vitest'
import { piecesOf, withFocused } from '@/components/long-list/pieces'

/** Lines of 40 pixels with a gap, in a list that begins at 200. */
const lineAt = (index: number, gap: number) => {
  const start = 200 + index * (40 + gap)
  return { index, start, end: start + 40 }
}
const extent = (count: number, gap: number) => ({ top: 200, size: count * (40 + gap) - gap, count })

describe('the pieces of a list', () => {
  it('take the height of the whole list, wherever the lines in sight are', () => {
    for (const gap of [0, 12])
      for (const shown of [[0, 1], [5, 6, 7], [98, 99], [2, 50, 51, 97], []]) {
        const pieces = piecesOf(
          shown.map((index) => lineAt(index, gap)),
          extent(100, gap),
          gap,
        )
        const heights = pieces.map((piece) => ('space' in piece ? piece.space : 40))
        const height = heights.reduce((sum, one) => sum + one, 0) + gap * (pieces.length - 1)
        expect(height).toBe(extent(100, gap).size)
        expect(pieces.filter((piece) => 'line' in piece).map(({ line }) => line)).toEqual(shown)
      }
  })

  it('are the lines alone where all are in sight', () => {
    expect(piecesOf([lineAt(0, 0), lineAt(1, 0)], extent(2, 0), 0)).toEqual([{ line: 0 }, { line: 1 }])
  })
})

describe('the lines to render', () => {
  it('hold the one in focus with its neighbours, in order and once', () => {
    expect(withFocused([50, 51, 52], 7, 100)).toEqual([6, 7, 8, 50, 51, 52])
    expect(withFocused([50, 51, 52], 52, 100)).toEqual([50, 51, 52, 53])
    expect(withFocused([0, 1], 99, 100)).toEqual([0, 1, 98, 99])
    expect(withFocused([0, 1], undefined, 100)).toEqual([0, 1])
  })
})
