import { type AriaAttributes, memo, type ReactNode, type Ref } from 'react'

/** What an item of a long list passes to its element. */
export interface LineProps<E> extends Pick<
  AriaAttributes,
  'aria-rowindex' | 'aria-posinset' | 'aria-setsize'
> {
  ref?: Ref<E>
  'data-index'?: number
}

export type Render<T, E> = (item: T, props: LineProps<E>) => ReactNode

function Plain<T, E>({ item, render, ...props }: LineProps<E> & { item: T; render: Render<T, E> }) {
  return render(item, props)
}

/** An item of a list: rendered again if it or the list has changed, not as the page scrolls. */
export const Line = memo(Plain) as typeof Plain
