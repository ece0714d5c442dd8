import { type RefObject, useEffect, useState } from 'react'

/** How far below the top of the page an element begins. */
export function useTop(element: RefObject<HTMLElement | null>) {
  const [top, setTop] = useState(0)
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (element.current) setTop(Math.round(element.current.getBoundingClientRect().top + window.scrollY))
    })
    observer.observe(document.body) // what stands above has come or gone
    return () => observer.disconnect()
  }, [element])
  return top
}
