import type { Page } from '@playwright/test'
import { clipped, expect, overflow, settled, test, violations } from './browser'
import { repeated, showCreatives } from './shown-creatives'

/** Opens a page of figures on a screen of this width, and finds nothing cut or beside it. */
async function fits(page: Page, address: string, width: number) {
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${address}?period=all`)
  await settled(page)
  expect(await overflow(page)).toBe(0)
  expect(await clipped(page)).toEqual([])
}

const scale = 'Масштабировать'
const stop = 'Остановить или переделать'

test('forty creatives with long names, all decided, fit the table, the cards and the overview', async ({
  page,
  account,
}) => {
  await showCreatives(page, repeated(40, 'better', 'worse'))

  await fits(page, `/a/${account}/creatives`, 1440)
  const table = page.getByRole('region', { name: 'Креативы' })
  expect(await table.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0)
  await expect(table.getByText(scale, { exact: true })).toHaveCount(20)
  await expect(table.getByText(stop, { exact: true })).toHaveCount(20)
  await expect(table.getByText(/сейчас · .*когда-либо/)).toHaveCount(41) // and the total
  expect(await violations(page)).toEqual([])

  await fits(page, `/a/${account}/creatives`, 390)
  await fits(page, `/a/${account}/overview`, 390)
  await fits(page, `/a/${account}/overview`, 1440)
  await expect(page.getByRole('link', { name: /^И ещё.15.креативов$/ })).toHaveCount(2)
})

test('where nothing is decided nothing is advised', async ({ page, account }) => {
  await showCreatives(page, repeated(5, 'too_early'))

  await fits(page, `/a/${account}/creatives`, 1440)
  await expect(page.getByRole('table').getByText('Рано судить')).toHaveCount(5)
  for (const word of [scale, stop]) await expect(page.getByText(word, { exact: true })).toHaveCount(0)

  await fits(page, `/a/${account}/overview`, 1440)
  await expect(page.getByText('Явных лидеров пока нет')).toBeVisible()
  await expect(page.getByText('Явно слабых нет')).toBeVisible()
})

test('a creative alone has nothing to be compared with, in English on a phone too', async ({
  page,
  account,
}) => {
  await showCreatives(page, ['alone'])
  await fits(page, `/a/${account}/creatives`, 1440)
  await expect(page.getByRole('table').getByText('Не с чем сравнить')).toHaveCount(1)
  await expect(page.getByText('Отметьте до 8 креативов')).toHaveCount(0)

  await page.evaluate(() => localStorage.setItem('language', 'en'))
  await fits(page, `/a/${account}/creatives`, 390)
  await expect(page.getByRole('main').getByText('Nothing to compare', { exact: true })).toHaveCount(1)
  expect(await violations(page)).toEqual([])
})

test('each column leads to where it is explained', async ({ page, account }) => {
  await page.goto(`/a/${account}/creatives?period=all`)
  await settled(page)

  await page.getByRole('table').getByRole('link', { name: 'Как мы считаем: CPQL' }).click()
  await expect(page).toHaveURL(/how-we-count.*#money/)
  await expect(page.getByRole('heading', { name: 'CPL, CPQL, CAC, ROMI' })).toBeInViewport()
})
