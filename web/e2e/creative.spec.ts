import type { Page } from '@playwright/test'
import { clipped, expect, overflow, settled, test, violations } from './browser'

const parts = {
  ru: [
    'Вердикт',
    'Цифры за период',
    'Как растёт уверенность',
    'Динамика',
    'Как быстро лиды квалифицируются',
    'Воронка',
    'Почему теряем',
    'Объявления и метки',
  ],
  en: [
    'Verdict',
    'Figures for the period',
    'How certainty grows',
    'Trend',
    'How quickly leads qualify',
    'Funnel',
    'Why leads are lost',
    'Ads and tags',
  ],
}

const table = (page: Page) => page.getByRole('table')
const firstTitle = (page: Page) => table(page).getByRole('rowheader').getByRole('link').first()

test.beforeEach(async ({ page, account }) => {
  await page.goto(`/a/${account}/creatives?period=all&sort=total_leads`)
  await settled(page)
})

test('a row opens the page of its creative, and its checkbox does not', async ({ page }) => {
  const title = (await firstTitle(page).textContent()) ?? ''
  await table(page).getByRole('checkbox').first().check()
  await expect(page).toHaveURL(/ids=/)
  await table(page).getByRole('row').nth(1).getByRole('cell').last().click()

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await settled(page)
  for (const part of parts.ru)
    await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible()
  await expect(page.getByText('судим здесь')).toBeVisible()
  await expect(page.getByText('достаточно для вердикта', { exact: true })).toBeVisible()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBe(0)

  await page.getByRole('link', { name: 'К таблице креативов' }).click()
  await expect(page).toHaveURL(/sort=total_leads/)
})

test('the keyboard opens it by the title, in English and the dark on a phone too', async ({ page }) => {
  await firstTitle(page).press('Enter')
  await expect(page).toHaveURL(/creatives\/[0-9a-f-]{36}/)
  await page.evaluate(() => {
    localStorage.setItem('language', 'en')
    localStorage.setItem('color-scheme', 'dark')
  })
  await page.setViewportSize({ width: 360, height: 780 })
  await page.reload()
  await settled(page)

  for (const part of parts.en)
    await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  expect(await clipped(page)).toEqual([])
})

test('the calculator says how many leads a difference takes, and leads to how it counts', async ({
  page,
}) => {
  await page.getByLabel('Доля у остальных, %').fill('30')
  await page.getByLabel('Доля, на которую надеетесь, %').fill('45')
  await page.getByLabel('Креативов в направлении').fill('5')
  await expect(page.getByText(/по.153 зрелых лида на.каждый из.5 креативов, всего 765/)).toBeVisible()
  await page.getByLabel('Доля, на которую надеетесь, %').fill('30')
  await expect(page.getByText('Одинаковые доли не отличить. Назовите разницу.')).toBeVisible()

  await page.getByRole('link', { name: 'Как мы считаем: Сколько лидов нужно для вывода' }).click()
  await expect(page).toHaveURL(/how-we-count.*#needed/)
  await expect(page.getByRole('heading', { name: 'Сколько лидов нужно' })).toBeInViewport()
})

test('a column that a person hides stays hidden in his browser', async ({ page }) => {
  const revenue = table(page).getByRole('button', { name: 'Выручка' })
  await expect(revenue).toBeVisible()
  await page.getByRole('button', { name: 'Столбцы' }).click()
  await page.getByRole('checkbox', { name: 'Выручка' }).uncheck()
  await expect(revenue).toHaveCount(0)

  await page.reload()
  await settled(page)
  await expect(table(page).getByRole('button', { name: 'Расход', exact: true })).toBeVisible()
  await expect(revenue).toHaveCount(0)
})
