import { defaultRangeExtractor, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type FocusEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Piece, piecesOf, withFocused } from '@/components/long-list/pieces'
import { useTop } from '@/components/long-list/use-top'
import { useIsPrinting } from '@/lib/printing'

/** Up to so many lines a list is rendered whole. */
const mostWhole = 100
/** Lines rendered above and below those in sight. */
const overscan = 8

/** The heights of each list as last seen: the way back leads to the same place. */
const seen = new Map<string, VirtualItem[]>()

interface Lines {
  /** Of the list: its heights are kept under it. */
  name: string
  count: number
  keyOf: (line: number) => string
  /** A guess, until a line is measured. */
  height: number
  gap?: number
}

/** The pieces of a list that scrolls with the page: of a long one the lines in sight, on paper all. */
export function usePieces<E extends HTMLElement>({ name, count, keyOf, height, gap = 0 }: Lines) {
  const list = useRef<E>(null)
  const top = useTop(list)
  const [focused, setFocused] = useState<string>()
  const lineInFocus = useMemo(() => {
    const line =
      focused === undefined ? -1 : Array.from({ length: count }, (_, i) => keyOf(i)).indexOf(focused)
    return line < 0 ? undefined : line
  }, [focused, count, keyOf])
  const isLong = count > mostWhole
  const isPart = !useIsPrinting() && isLong
  const virtual = useWindowVirtualizer<Element>({
    enabled: isLong,
    count,
    gap,
    overscan,
    scrollMargin: top,
    getItemKey: keyOf,
    estimateSize: () => height,
    rangeExtractor: (range) => withFocused(defaultRangeExtractor(range), lineInFocus, count),
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    initialMeasurementsCache: seen.get(name),
  })
  useEffect(() => () => void seen.set(name, virtual.takeSnapshot()), [name, virtual])

  const onFocus = useCallback(
    ({ target }: FocusEvent) => {
      const line = target.closest<HTMLElement>('[data-index]')?.dataset.index
      if (line !== undefined) setFocused(keyOf(Number(line)))
    },
    [keyOf],
  )
  const pieces: Piece[] = isPart
    ? piecesOf(virtual.getVirtualItems(), { top, size: virtual.getTotalSize(), count }, gap)
    : Array.from({ length: count }, (_, line) => ({ line }))
  return { list, pieces, isPart, onFocus: isPart ? onFocus : undefined, measure: virtual.measureElement }
}
