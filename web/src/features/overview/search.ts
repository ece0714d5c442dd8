export const intervals = ['day', 'week', 'month'] as const
export type Interval = (typeof intervals)[number]

export interface OverviewView {
  /** The length of one point of the trend. */
  interval?: Interval
}

export const readOverview = (search: Record<string, unknown>): OverviewView => ({
  interval: intervals.find((interval) => interval === search.interval),
})
