import { navigation } from '@/app/navigation'
import { type Filter, readFilter } from '@/lib/filter'

type AccountPage = (typeof navigation)[number]['pages'][number]['to']

const overview: AccountPage = '/a/$accountId/overview'
const pages: readonly AccountPage[] = navigation.flatMap(({ pages }) => pages.map(({ to }) => to))

/** Where one stays when the account is switched: the same page, of a single lead or delivery its list. */
export const pageToKeep = (fullPath: string | undefined): AccountPage =>
  pages.find((page) => fullPath === page || fullPath?.startsWith(`${page}/`)) ?? overview

/** The period and the meaning of "qualified" go along; directions, creatives and stages are of the account. */
export const partsToKeep = (search: Record<string, unknown>): Filter & { tab?: string } => {
  const { from, to, period, mode, days } = readFilter(search)
  const tab = typeof search.tab === 'string' ? search.tab : undefined
  return { from, to, period, mode, days, tab, directionId: undefined }
}
