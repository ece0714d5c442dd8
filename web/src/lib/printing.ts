import { useSyncExternalStore } from 'react'

let isPrinting = false

function subscribe(changed: () => void) {
  const before = () => {
    isPrinting = true
    changed()
  }
  const after = () => {
    isPrinting = false
    changed()
  }
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  return () => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  }
}

/** True while the page is laid out for paper. */
export const useIsPrinting = () => useSyncExternalStore(subscribe, () => isPrinting)
