import { navigation } from '@/app/navigation'
import { type Filter, readFilter } from '@/lib/filter'

type AccountPage = (typeof navigation)[number]['pages'][number]['to']

const overview: AccountPage = '/a/$accountId/overview'
const pages: readonly AccountPage[] = navigation.flatMap(({ pages }) => pages.map(({ to }) => to))

/** The page to keep when the account is switched; for a single lead or delivery, its list. */
export const pageToKeep = (fullPath: string | undefined): AccountPage =>
  pages.find((page) => fullPath === page || fullPath?.startsWith(`${page}/`)) ?? overview

/** Keeps the period and the mode; directions, creatives and stages belong to one account. */
export const partsToKeep = (search: Record<string, unknown>): Filter & { tab?: string } => {
  const { from, to, period, mode, days } = readFilter(search)
  const tab = typeof search.tab === 'string' ? search.tab : undefined
  return { from, to, period, mode, days, tab, directionId: undefined }
}
