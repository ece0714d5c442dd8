import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, overflow, settled, test, violations } from './browser'
import { readNotes } from './stack'

/** The width of A4 between its margins, in CSS pixels. */
const sheetWidth = 703

const inEnglish = (page: Page) => page.evaluate(() => localStorage.setItem('language', 'en'))

/** The width by which the table is cut. */
const cut = (page: Page) =>
  page
    .getByRole('table')
    .evaluate((table) =>
      Math.max(0, table.scrollWidth - (table.parentElement?.parentElement?.clientWidth ?? 0)),
    )

test('the table of creatives shows every figure and the verdict without scrolling, on every desk', async ({
  page,
  account,
}) => {
  for (const language of ['ru', 'en']) {
    await page.goto(`/a/${account}/creatives?period=all`)
    await settled(page)
    if (language === 'en') {
      await inEnglish(page)
      await page.reload()
      await settled(page)
    }
    for (const width of [1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      const names =
        language === 'ru' ? ['Расход', 'CPQL', 'Выручка', 'ROMI'] : ['Spend', 'CPQL', 'Revenue', 'ROMI']
      for (const name of ['CPL', ...names])
        await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 })
      expect(await cut(page), `${language} ${width}`).toBe(0)
      expect(await overflow(page)).toBe(0)
    }
    expect(await violations(page)).toEqual([])
  }
})

test('between a desk and a phone the verdict stands on the card of each creative', async ({
  page,
  account,
}) => {
  await page.setViewportSize({ width: 1024, height: 900 })
  await page.goto(`/a/${account}/creatives?period=all`)
  await settled(page)
  for (const width of [1024, 800, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(page.locator('[data-verdict]').first()).toBeInViewport()
    await expect(page.getByText('ROMI', { exact: true }).first()).toBeAttached()
    expect(await overflow(page)).toBe(0)
  }
  expect(await violations(page)).toEqual([])
})

test('intervals that are compared keep their width on paper', async ({ page, account, request }) => {
  const answer = await request.get(`/api/creatives?userAccountId=${account}`, {
    headers: { Authorization: `Bearer ${readNotes().demoKey}` },
  })
  const { items } = (await answer.json()) as { items: { id: string }[] }
  const ids = encodeURIComponent(JSON.stringify(items.slice(-5).map((creative) => creative.id)))
  await page.goto(`/a/${account}/creatives/compare?period=all&ids=${ids}`)
  await settled(page)
  await page.setViewportSize({ width: sheetWidth, height: 1000 })
  await page.emulateMedia({ media: 'print' })

  const paper = await page.locator('section').filter({ hasText: 'Доля квалификации' }).boundingBox()
  const ends = await page
    .locator('section svg g[stroke] line')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().right))
  expect(ends.length).toBeGreaterThan(0)
  expect(Math.max(...ends)).toBeLessThanOrEqual((paper?.x ?? 0) + (paper?.width ?? 0))
})

test('periods that are cut off or not over are drawn apart and named', async ({ page, account }) => {
  await page.goto(`/a/${account}/overview?interval=week`)
  await settled(page)
  await expect(page.locator('[data-partial]').first()).toBeVisible()
  await expect(page.getByText(/неполные периоды/)).toBeVisible()

  await page.getByText('Таблица', { exact: true }).click()
  await expect(page.getByText(/^неполный период: \d+ (день|дня|дней)$/).first()).toBeVisible()
})

test('the figures of an open page are asked for anew, and say how old they are', async ({
  page,
  account,
}) => {
  await page.clock.install()
  await page.goto(`/a/${account}/creatives?period=all`)
  await settled(page)
  await expect(page.getByRole('button', { name: /Обновлено только что/ })).toBeVisible()
  const again = page.waitForResponse(/analytics\/creatives/)
  await page.clock.runFor('01:05')
  await (await again).finished()

  await page.context().setOffline(true)
  await page.clock.runFor('04:00')
  await expect(page.getByRole('button', { name: /Обновлено [2-5].мин назад/ })).toBeVisible()
  await page.context().setOffline(false)
})

test('an English browser gets English, until a person chooses', async ({ browser, page, account }) => {
  expect(account).not.toBe('')
  const context = await browser.newContext({
    locale: 'en-US',
    storageState: await page.context().storageState(),
  })
  const english = await context.newPage()
  await english.goto(`/a/${account}/creatives?period=all`)
  await settled(english)
  await expect(english.locator('html')).toHaveAttribute('lang', 'en')
  await expect(english).toHaveTitle(/^Creatives · /)

  const [download] = await Promise.all([
    english.waitForEvent('download'),
    english.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  const [heading = ''] = readFileSync(await download.path(), 'utf8').split('\r\n')
  expect(heading).toContain('Creative,Direction,Verdict,Advice,')

  await english.getByRole('button', { name: 'По-русски' }).click()
  await english.reload()
  await expect(english.locator('html')).toHaveAttribute('lang', 'ru')
  await context.close()
})
