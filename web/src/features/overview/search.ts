export const intervals = ['day', 'week', 'month'] as const
export type Interval = (typeof intervals)[number]

export interface OverviewView {
  /** How long a point of the trend is. */
  interval?: Interval
}

export const readOverview = (search: Record<string, unknown>): OverviewView => ({
  interval: intervals.find((interval) => interval === search.interval),
})
