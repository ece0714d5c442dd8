export const intervals = ['day', 'week', 'month'] as const
export type Interval = (typeof intervals)[number]

export interface TrendView {
  /** The length of one point of the trend. */
  interval?: Interval
}

export const readTrend = (search: Record<string, unknown>): TrendView => ({
  interval: intervals.find((interval) => interval === search.interval),
})
