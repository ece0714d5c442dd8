import { useEffect, useRef } from 'react'

let waiting: File | undefined
let onFile = () => {}

/** Hands a file to the page that takes it, now or when it opens. */
export function handOver(file: File) {
  waiting = file
  onFile()
}

/** Takes files that are dropped anywhere in the app, once each. */
export function useDroppedFile(take: (file: File) => void) {
  const taker = useRef(take)
  useEffect(() => {
    taker.current = take
  })
  useEffect(() => {
    onFile = () => {
      const file = waiting
      waiting = undefined
      if (file) taker.current(file)
    }
    onFile()
    return () => {
      onFile = () => {}
    }
  }, [])
}
