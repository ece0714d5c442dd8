import type { Page } from '@playwright/test'
import { expect, overflow, settled, test, violations } from './browser'

const rate = (numerator: number, denominator: number, lo: number, hi: number) => ({
  numerator,
  denominator,
  rate: Math.round((1000 * numerator) / denominator) / 10,
  lo,
  hi,
})

/** Answers the figures of creatives with the first three advised on. */
const advise = (page: Page) =>
  page.route('**/api/analytics/creatives?*', async (route) => {
    const answer = await route.fetch()
    const figures = (await answer.json()) as { creatives: Record<string, unknown>[] }
    const judged = {
      judged_leads: 212,
      judged: rate(34, 212, 9.1, 25.4),
      judged_others: rate(96, 200, 38, 58.1),
    }
    const cpql = { goal: 9000, value: 12_671, lo: 9800, hi: 17_900, state: 'missed' }
    const targets = { leads: 212, cpql, cac: null, romi: null }
    const advices = [
      { verdict: 'worse', advice: { action: 'stop', disagrees: false }, targets },
      { verdict: 'better', advice: { action: 'look', disagrees: true }, targets: { ...targets, leads: 180 } },
      { verdict: 'too_early', advice: { action: 'keep', disagrees: false }, targets },
    ]
    const known = figures.creatives.filter((row) => row.creative_id !== 'unknown')
    for (const [i, advice] of advices.entries()) Object.assign(known[i] ?? {}, judged, advice)
    await route.fulfill({ response: answer, json: figures })
  })

const words = {
  ru: {
    stop: 'Остановить или переделать',
    look: 'Разобраться: вердикт и цели расходятся',
    proof:
      /^16\s% \(9,1–25,4\s%\) против 48\s% у\sостальных; CPQL 12\s671\s₽ \(9\s800–17\s900\) при\sцели 9\s000\s₽; судим по\s212 лидам старше 14 дней$/,
  },
  en: {
    stop: 'Stop or rework',
    look: 'Take a closer look: the verdict and the targets disagree',
    proof:
      /^16% \(9\.1–25\.4%\) against 48% for the rest; CPQL ₽12,671 \(9,800–17,900\) against a target of ₽9,000; judged on 212 leads older than 14 days$/,
  },
}

for (const language of ['ru', 'en'] as const)
  test(`advice stands with its proof, and says where it disagrees: ${language}`, async ({
    page,
    account,
  }) => {
    const { stop, look, proof } = words[language]
    await advise(page)
    await page.addInitScript((chosen) => localStorage.setItem('language', chosen), language)

    for (const path of ['creatives', 'overview']) {
      await page.goto(`/a/${account}/${path}?period=all`)
      await settled(page)
      await expect(page.getByText(stop, { exact: true }).first()).toBeVisible()
      await expect(page.getByText(look, { exact: true }).first()).toBeVisible()
      await expect(page.getByText(proof).first()).toBeVisible()
      expect(await overflow(page)).toBe(0)
      expect(await violations(page)).toEqual([])
    }
  })

test('a direction gets targets, and loses one', async ({ page, account }) => {
  await page.goto(`/a/${account}/settings?tab=campaigns`)
  await settled(page)
  const name = `Направление ${Date.now()}`
  await page.getByRole('button', { name: 'Добавить направление' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Название').fill(name)
  await dialog.getByLabel(/CPQL/).fill('9000,5')
  await dialog.getByLabel(/CAC/).fill('45000')
  await dialog.getByLabel(/ROMI/).fill('-20')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Сохранить' }).click()

  const line = page.getByRole('listitem').filter({ hasText: name })
  await expect(line).toContainText(/Цели: CPQL 9\s001\s₽, CAC 45\s000\s₽, ROMI −20\s%/)

  await page.getByRole('button', { name: `Изменить «${name}»` }).click()
  await expect(dialog.getByLabel(/CPQL/)).toHaveValue(/9\s000,5/)
  await dialog.getByLabel(/CAC/).clear()
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(line).toContainText(/Цели: CPQL 9\s001\s₽, ROMI −20\s%/)
})
