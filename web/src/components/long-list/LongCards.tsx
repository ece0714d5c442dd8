import { useCallback } from 'react'
import classes from '@/components/long-list/LongCards.module.css'
import { Line, type LineProps, type Render } from '@/components/long-list/Line'
import { usePieces } from '@/components/long-list/use-pieces'

export type CardProps = LineProps<HTMLLIElement>

/** Cards that scroll with the page, some to a line; of a long list only those in sight are rendered. */
export function LongCards<T>({
  name,
  items,
  keyOf,
  card,
  height,
  gap,
  columns = 1,
}: {
  name: string
  items: readonly T[]
  keyOf: (item: T) => string
  card: Render<T, HTMLLIElement>
  /** Of a card, until it is measured. */
  height: number
  gap: number
  columns?: number
}) {
  const { list, pieces, isPart, onFocus, measure } = usePieces<HTMLUListElement>({
    name: `${name} cards`,
    count: Math.ceil(items.length / columns),
    keyOf: useCallback((line: number) => keyOf(items[line * columns] as T), [items, keyOf, columns]),
    height,
    gap,
  })
  // The cards of a line are equally high: the first tells the height of all.
  const place = (line: number, i: number) =>
    isPart && {
      ref: i === 0 ? measure : undefined,
      'data-index': line,
      'aria-posinset': line * columns + i + 1,
      'aria-setsize': items.length,
    }
  return (
    <ul
      ref={list}
      className={classes.cards}
      style={{
        gap,
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        overflowAnchor: isPart ? 'none' : undefined,
      }}
      onFocus={onFocus}
    >
      {pieces.map((piece) =>
        'space' in piece ? (
          <li
            key={`space ${piece.before}`}
            aria-hidden
            className={classes.space}
            style={{ height: piece.space }}
          />
        ) : (
          items
            .slice(piece.line * columns, (piece.line + 1) * columns)
            .map((item, i) => <Line key={keyOf(item)} item={item} render={card} {...place(piece.line, i)} />)
        ),
      )}
    </ul>
  )
}
