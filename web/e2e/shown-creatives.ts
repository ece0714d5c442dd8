import type { Page } from '@playwright/test'

export type Verdict = 'better' | 'worse' | 'too_early' | 'alone'
const advice = { better: 'scale', worse: 'stop', too_early: 'wait', alone: 'wait' }
const names = [
  'Кухня под ключ за 30 дней: замер, проект и доставка бесплатно — видео с дизайнером Анной, версия 3',
  'kitchen_promo_video_vertical_1080x1920_autumn_discount_designer_anna_v3_final_FINAL_no_music_2026',
]

/** The creatives of the demo's first row, as many as there are verdicts, with names as ad platforms make them. */
export async function showCreatives(page: Page, verdicts: Verdict[]) {
  await page.route('**/api/analytics/creatives?*', async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    const [first] = answer.creatives
    const creatives = verdicts.map((verdict, i) => ({
      ...first,
      creative_id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
      title: `${names[i % names.length]} №${i + 1}`,
      verdict,
      advice: { action: advice[verdict], disagrees: false },
    }))
    await route.fulfill({ response, json: { ...answer, creatives } })
  })
}

export const repeated = (count: number, ...verdicts: Verdict[]) =>
  Array.from({ length: count }, (_, i) => verdicts[i % verdicts.length] ?? 'too_early')
