/** A line that is rendered, with the space that it takes from the top of the list. */
export interface Line {
  index: number
  start: number
  end: number
}

/** A line of a list, or the space of lines out of sight. */
export type Piece = { line: number } | { before: number; space: number }

/** The lines in sight in their order, and spaces for those between them; each piece is parted by the gap. */
export function piecesOf(lines: readonly Line[], { top, size, count }: Extent, gap: number): Piece[] {
  const pieces: Piece[] = []
  let end = top - gap
  let next = 0
  const leave = (to: number, before: number) => {
    if (before > next) pieces.push({ before, space: Math.max(0, to - end - 2 * gap) })
  }
  for (const line of lines) {
    leave(line.start, line.index)
    pieces.push({ line: line.index })
    end = line.end
    next = line.index + 1
  }
  leave(top + size + gap, count)
  return pieces
}

/** Where a list begins, how high it is, and its lines. */
interface Extent {
  top: number
  size: number
  count: number
}

/** The lines to render: those in sight, and those around the focus, so that the keyboard goes on from there. */
export function withFocused(inSight: readonly number[], focused: number | undefined, count: number) {
  if (focused === undefined) return [...inSight]
  const around = [focused - 1, focused, focused + 1].filter((line) => line >= 0 && line < count)
  return [...new Set([...inSight, ...around])].sort((a, b) => a - b)
}
