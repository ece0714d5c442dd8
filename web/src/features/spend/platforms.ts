import type { Preview } from '@/features/spend/api'
import { spendTexts } from '@/features/spend/texts'
import { useTexts } from '@/lib/texts'

/** Names that are the same in every language. */
const international = {
  meta_ads_manager: 'Meta Ads Manager',
  my_target: 'myTarget',
  tiktok: 'TikTok',
  google_ads: 'Google Ads',
} as const

type International = keyof typeof international
const isInternational = (format: Preview['format']): format is International => format in international

/** The name of a file's origin. */
export function useFormatName() {
  const t = useTexts(spendTexts)
  return (format: Preview['format']) =>
    isInternational(format) ? international[format] : t(`format_${format}`)
}
