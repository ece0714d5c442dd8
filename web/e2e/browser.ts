import axe from 'axe-core'
import { test as base, expect, type Page } from '@playwright/test'
import { admin, type Person } from './people'
import { demo, readNotes } from './stack'

interface Fixtures {
  /** The demo account, with an administrator signed in. */
  account: string
}

/** A test that fails on console errors and violations of the content security policy. */
export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // Refused requests are part of the tests.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text())
    })
    await use(page)
    expect(complaints).toEqual([])
  },
  account: async ({ page }, use) => {
    await signIn(page, admin)
    await use(readNotes().account)
  },
})

export { expect }

/** Signs in by the API: the browser gets the same cookie. */
export async function signIn(page: Page, person: Person, api = demo.api) {
  const answer = await page.request.post(`${api}/api/session`, { data: person })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** Waits until a page has loaded its data. */
export async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('status', { name: /^(Загрузка|Loading)$/ })).toHaveCount(0)
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
}

/** Serious and critical findings of axe. */
export async function violations(page: Page) {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }))
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}

/** The width by which the page exceeds the screen. */
export const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Controls whose text is cut. */
export const clipped = (page: Page) =>
  page
    .locator('.mantine-SegmentedControl-root, .mantine-Tabs-list, .mantine-Button-root, .mantine-Badge-label')
    .evaluateAll((controls) =>
      controls
        .filter((control) => control.scrollWidth > control.clientWidth + 1)
        .map((control) => control.textContent),
    )

/** Drops a text file on the page. */
export async function dropFile(page: Page, name: string, text: string) {
  const dataTransfer = await page.evaluateHandle(
    ([name = '', text = '']) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name, { type: 'text/csv' }))
      return data
    },
    [name, text],
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}

/** Every page of an account, by path. */
export const pages = [
  'overview?period=all',
  'creatives?period=all',
  'creatives/compare?period=all',
  'sources?period=all',
  'funnel?period=all',
  'spend?period=all',
  'how-we-count',
  'pipelines',
  'leads',
  'matches',
  'webhooks',
  'runs',
  'settings',
  'settings?tab=account',
  'settings?tab=campaigns',
  'settings?tab=attribution',
  'settings?tab=keys',
] as const
