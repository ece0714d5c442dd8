import type { ReactNode } from 'react'
import { type Right, useMay } from '@/lib/session'

/** Controls of those who have the right. */
export function Allowed({ to, children }: { to: Right; children: ReactNode }) {
  return useMay(to) && children
}
