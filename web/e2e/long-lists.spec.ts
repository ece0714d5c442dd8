import type { Locator, Page } from '@playwright/test'
import { clipped, expect, overflow, settled, test, violations } from './browser'
import { expectPrinted } from './paper'
import { repeated, showCreatives } from './shown-creatives'

const many = 1000
/** Rows or cards in the page at once, whatever the length of their list. */
const budget = 60

async function openCreatives(page: Page, account: string, width: number) {
  await page.setViewportSize({ width, height: 900 })
  await showCreatives(page, repeated(many, 'better', 'worse'))
  await page.goto(`/a/${account}/creatives?period=all&sort=title`)
  await settled(page)
}

const rows = (page: Page) => page.locator('main tr')
const cards = (page: Page) => page.locator('main ul > li')
const scroll = (page: Page, part: number) =>
  page.evaluate((share) => window.scrollTo(0, share * document.documentElement.scrollHeight), part)

/** Returns when the page has told of its scrolling, and the lines that came in sight are measured. */
const still = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const place = () => `${window.scrollY} ${document.documentElement.scrollHeight}`
        const before = place()
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
        return place() === before
      }),
    )
    .toBe(true)

/** Scrolls to the end of a list, which is known when its last lines are measured. */
const scrollToEnd = (list: Locator, last: Locator) =>
  expect(async () => {
    await list.evaluate((element) => element.scrollIntoView({ block: 'end' }))
    await expect(last).toBeInViewport({ timeout: 500 })
  }).toPass({ timeout: 60_000 })

/** The numbers of the creatives in sight, below the header of the app. */
const inSight = (page: Page) =>
  page.locator('main').evaluate((main) =>
    [...main.querySelectorAll('a')]
      .filter((link) => {
        const { top, bottom } = link.getBoundingClientRect()
        return top > 56 && bottom < innerHeight
      })
      .map((link) => /№(\d+)$/.exec(link.textContent)?.[1])
      .filter(Boolean),
  )

test('a table of 1,000 creatives has the rows in sight, and the last is reached', async ({
  page,
  account,
}) => {
  await openCreatives(page, account, 1440)
  const widths = () =>
    page.locator('main th[scope=col]').evaluateAll((all) => all.map((th) => th.clientWidth))
  expect(await rows(page).count()).toBeLessThan(budget)
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', `${2 * many + 2}`)

  const seen = []
  for (const part of [0.3, 0.7, 0.2, 0.5]) {
    await scroll(page, part)
    await expect.poll(() => inSight(page)).not.toEqual([])
    expect(await rows(page).count()).toBeLessThan(budget)
    expect(await clipped(page)).toEqual([])
    seen.push(await widths())
  }
  expect(seen.slice(2)).toEqual([seen[1], seen[1]]) // by then both kinds of verdict have been there
  expect(await violations(page)).toEqual([])

  const last = page.locator(`[aria-rowindex="${2 * many}"]`)
  await scrollToEnd(page.getByRole('table'), last)
  await expect(last.getByRole('link').first()).toHaveText(/№\d+$/)
  await expect(page.locator(`tfoot [aria-rowindex="${2 * many + 2}"]`)).toBeInViewport()
  expect(await rows(page).count()).toBeLessThan(budget)
})

test('1,000 creatives print whole', async ({ page, account }) => {
  await openCreatives(page, account, 1440)
  const sheets = await expectPrinted(page, 'creatives', [], true)
  const text = sheets.map((sheet) => sheet.text).join('')
  expect(new Set(text.match(/№\d+/g)).size).toBe(many)
  await expect.poll(() => rows(page).count()).toBeLessThan(budget)
})

test('the keyboard goes on from the row that it left', async ({ page, account }) => {
  await openCreatives(page, account, 1440)
  const links = page.getByRole('link', { name: /№\d+$/ })
  const next = await links.nth(3).textContent()
  await links.nth(2).focus()
  const from = await page.evaluate(() => document.activeElement?.textContent)
  await scroll(page, 0.5)
  await expect.poll(() => inSight(page)).not.toEqual([])
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(from)

  const focused = page.locator(':focus')
  for (let i = 0; i < 20 && (await focused.textContent()) !== next; i++) await page.keyboard.press('Tab')
  await expect(focused).toHaveText(next ?? '')
  await expect(focused).toBeInViewport()
})

for (const width of [1440, 390])
  test(`the way back leads to the same place on a screen of ${width}`, async ({ page, account }) => {
    await openCreatives(page, account, width)
    for (const part of [0.2, 0.4]) {
      await scroll(page, part)
      await expect.poll(() => inSight(page)).not.toEqual([])
    }
    await still(page)
    const seen = await inSight(page)
    await page.evaluate(() => document.querySelector<HTMLElement>('header a')?.click())
    await expect(page).not.toHaveURL(/creatives/)
    await settled(page)
    await page.goBack()
    await settled(page)
    await expect.poll(() => inSight(page)).toEqual(seen)
  })

test('1,000 cards on a phone are those in sight, of any height, and the last is reached', async ({
  page,
  account,
}) => {
  await openCreatives(page, account, 390)
  expect(await cards(page).count()).toBeLessThan(budget)
  await scroll(page, 0.5)
  await expect.poll(() => inSight(page)).not.toEqual([])
  expect(await cards(page).count()).toBeLessThan(budget)

  const last = page.locator(`li[aria-posinset="${many}"]`)
  await scrollToEnd(page.locator('main ul').first(), last)
  expect(await cards(page).count()).toBeLessThan(budget)
  await expect(last).toHaveAttribute('aria-setsize', `${many}`)
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
})

for (const width of [1440, 390])
  test(`a list of 1,000 leads grows and is not rendered whole on a screen of ${width}`, async ({
    page,
    account,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.route('**/api/leads?*', async (route) => {
      const url = new URL(route.request().url())
      const begin = Number(url.searchParams.get('cursor') ?? 0)
      url.searchParams.delete('cursor')
      const response = await route.fetch({ url: url.href })
      const answer = await response.json()
      const items = Array.from({ length: many / 2 }, (_, i) => ({
        ...answer.items[i % answer.items.length],
        id: `00000000-0000-4000-8000-${String(begin + i).padStart(12, '0')}`,
        name: `Лид №${begin + i + 1}`,
      }))
      await route.fulfill({ response, json: { items, next_cursor: begin ? null : `${many / 2}` } })
    })
    await page.goto(`/a/${account}/leads`)
    await settled(page)
    const lines = width > 800 ? rows(page) : cards(page)
    expect(await lines.count()).toBeLessThan(budget)
    await page.keyboard.press('End')
    await page.getByRole('button', { name: 'Показать ещё' }).click()
    await expect(page.getByText('Найдено 1 000 лидов')).toBeAttached()
    const list = width > 800 ? page.getByRole('table') : page.locator('main ul')
    await scrollToEnd(list, page.getByRole('link', { name: `Лид №${many}`, exact: true }))
    expect(await lines.count()).toBeLessThan(budget)
  })
