import { expect } from '@playwright/test'
import { settled, signIn, test } from '../e2e/browser'
import { admin } from '../e2e/people'
import { readNotes } from '../e2e/stack'

const images = new URL('../../docs/images/', import.meta.url).pathname

const shots = [
  { name: 'overview', path: 'overview?period=all' },
  { name: 'creatives', path: 'creatives?period=all' },
  { name: 'sources', path: 'sources?period=all' },
  { name: 'funnel', path: 'funnel?period=all' },
  { name: 'pipelines', path: 'pipelines' },
  { name: 'leads', path: 'leads' },
  { name: 'matches', path: 'matches' },
  { name: 'webhooks', path: 'webhooks' },
  { name: 'runs', path: 'runs' },
  { name: 'settings', path: 'settings' },
]

test.beforeEach(async ({ page }) => {
  await signIn(page, admin)
})

for (const { name, path } of shots)
  test(name, async ({ page }) => {
    await page.goto(`/a/${readNotes().account}/${path}`)
    await settled(page)
    await page.screenshot({ path: `${images}${name}.png` })
  })

test('the card of a lead', async ({ page, request }) => {
  const { account, demoKey } = readNotes()
  const answer = await request.get(`/api/leads?userAccountId=${account}&won=true&limit=1`, {
    headers: { Authorization: `Bearer ${demoKey}` },
  })
  const { items } = (await answer.json()) as { items: { id: string }[] }
  await page.goto(`/a/${account}/leads/${items[0]?.id}`)
  await settled(page)
  await page.screenshot({ path: `${images}lead.png`, fullPage: true })
})

test('the comparison of creatives', async ({ page, request }) => {
  const { account, demoKey } = readNotes()
  const answer = await request.get(`/api/creatives?userAccountId=${account}`, {
    headers: { Authorization: `Bearer ${demoKey}` },
  })
  const { items } = (await answer.json()) as { items: { id: string }[] }
  const ids = encodeURIComponent(JSON.stringify(items.map((creative) => creative.id)))
  await page.goto(`/a/${account}/creatives/compare?period=all&ids=${ids}`)
  await settled(page)
  await page.screenshot({ path: `${images}comparison.png`, fullPage: true })
})

test('English, dark, on a phone', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('language', 'en')
    localStorage.setItem('color-scheme', 'dark')
  })
  await page.goto(`/a/${readNotes().account}/creatives?period=all`)
  await settled(page)
  await page.screenshot({ path: `${images}creatives-dark-en.png` })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/a/${readNotes().account}/overview?period=all`)
  await settled(page)
  await page.screenshot({ path: `${images}overview-phone.png` })
})

test('signing in', async ({ browser }) => {
  const page = await browser.newPage()
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.screenshot({ path: `${images}sign-in.png` })
})
