import { type RefObject, useLayoutEffect } from 'react'

/** Keeps the columns of a table in place while its rows come and go: a column grows for what does not fit, and stays. */
export function useSteadyColumns(
  body: RefObject<HTMLTableSectionElement | null>,
  isOn: boolean,
  columns: number,
) {
  useLayoutEffect(() => {
    const table = body.current?.closest('table')
    const room = table?.parentElement
    if (!isOn || !room) return
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])].slice(0, columns)
    const free = () => {
      for (const head of heads) head.style.width = ''
    }
    let before = 0
    const observer = new ResizeObserver(() => {
      if (room.clientWidth !== before) free() // the rows alone change its height
      before = room.clientWidth
      const widths = heads.map((head) => head.getBoundingClientRect().width)
      for (const [i, head] of heads.entries()) head.style.width = `${widths[i]}px`
    })
    for (const one of [room, ...heads]) observer.observe(one)
    return () => {
      observer.disconnect()
      free()
    }
  }, [body, isOn, columns])
}
