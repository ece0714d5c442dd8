import type { SharedHead } from '@/features/shared/api'
import { formatter } from '@/lib/format'
import { useLanguage } from '@/lib/language'

/** The formatter for the reader's language and the account's time zone. */
export function useSharedFormat({ account }: SharedHead) {
  return formatter(useLanguage(), account.time_zone)
}
