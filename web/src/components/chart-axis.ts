/** The look of an axis of a chart. */
export const axis = {
  stroke: 'var(--mantine-color-dimmed)',
  fontSize: 12,
  tickLine: false,
  axisLine: false,
} as const

/** The look of a label in a chart. */
export const label = { fontSize: 12, fill: 'var(--mantine-color-dimmed)' } as const
