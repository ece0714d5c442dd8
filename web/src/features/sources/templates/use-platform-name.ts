import type { Platform } from '@/features/sources/platforms'
import { platformTexts } from '@/features/sources/platform-texts'
import { useTexts } from '@/lib/texts'

/** Names that are the same in every language. */
const international = {
  meta: 'Meta Ads',
  my_target: 'myTarget',
  tiktok: 'TikTok',
  google: 'Google Ads',
} as const

export function usePlatformName() {
  const t = useTexts(platformTexts)
  return (platform: Platform) =>
    platform === 'yandex' || platform === 'vk' ? t(`name_${platform}`) : international[platform]
}
