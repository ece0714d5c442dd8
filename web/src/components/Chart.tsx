import type { ReactElement } from 'react'
import { ResponsiveContainer } from 'recharts'
import { useIsPrinting } from '@/lib/printing'

/** The width of a panel on A4, in CSS pixels. */
const paper = { portrait: 660, landscape: 990 }
const paperWidth = () => (document.querySelector('.landscape') ? paper.landscape : paper.portrait)

/** A place for a chart. On paper it is drawn anew: the picture of a wide screen, scaled down, cannot be read. */
export function Chart({ height, children }: { height: number; children: ReactElement }) {
  const isPrinting = useIsPrinting()
  return (
    <ResponsiveContainer
      width={isPrinting ? paperWidth() : '100%'}
      height={isPrinting ? 0.8 * height : height}
    >
      {children}
    </ResponsiveContainer>
  )
}
