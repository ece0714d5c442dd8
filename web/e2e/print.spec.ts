import { expect, settled, test } from './browser'
import { expectPrinted } from './paper'
import { operator } from './people'
import { demo, readNotes } from './stack'

const call = () => operator(demo, readNotes().demoKey)
const client = 'Мебель на заказ (демо)'

test('the pages of a creative, of compared ones and of all clients print whole', async ({
  page,
  account,
}) => {
  const { items } = await call()<{ items: { id: string }[] }>(
    'GET',
    `/api/creatives?userAccountId=${account}`,
  )
  const ids = items.slice(-5).map(({ id }) => id)
  const compared = encodeURIComponent(JSON.stringify(ids))
  for (const path of [`creatives/${ids[0]}?period=all`, `creatives/compare?period=all&ids=${compared}`]) {
    await page.goto(`/a/${account}/${path}`)
    await settled(page)
    const sheets = await expectPrinted(page, path, [client, 'Всё время', 'отчёт от'])
    expect(sheets.length).toBeLessThanOrEqual(3)
  }
  await page.goto('/accounts')
  await settled(page)
  await expectPrinted(page, 'accounts', ['отчёт от'], true)
})

test('a lead and the list of people print whole', async ({ page, account }) => {
  const { items } = await call()<{ items: { id: string }[] }>(
    'GET',
    `/api/leads?userAccountId=${account}&limit=1`,
  )
  await page.goto(`/a/${account}/leads/${items[0]?.id}`)
  await settled(page)
  await expectPrinted(page, 'lead', [client, 'отчёт от'])
  await page.goto('/users')
  await settled(page)
  await expectPrinted(page, 'users', ['отчёт от'])
})

test('the head of a table stands on each sheet', async ({ page, account }) => {
  await page.goto(`/a/${account}/spend?period=all`)
  await settled(page)
  const sheets = await expectPrinted(page, 'spend', [client])
  expect(sheets.length).toBeGreaterThan(1)
  for (const { text } of sheets) expect(text).toContain('ДеньОбъявлениеКреативРасходПоказыКликиCTRCPC')
})

test('a client prints shared pages without sign-in, in English, from the dark on light paper', async ({
  browser,
}) => {
  const guest = await browser.newPage({ locale: 'en-GB', colorScheme: 'dark' })
  const query = `userAccountId=${readNotes().account}`
  const { pipelines } = await call()<{ pipelines: { pipeline_id: number }[] }>(
    'GET',
    `/api/amocrm/pipelines?${query}`,
  )
  for (const page of ['overview', 'creatives', 'funnel']) {
    const filter = page === 'funnel' ? { pipeline_id: pipelines[0]?.pipeline_id } : {}
    const body = { title: `Report: ${page}`, page, filter }
    const { url } = await call()<{ url: string }>('POST', `/api/share-links?${query}`, body)
    await guest.goto(new URL(url).pathname)
    await settled(guest)
    const line = [body.title, client, 'all time', 'report of']
    const sheets = await expectPrinted(guest, page, line, page === 'creatives')
    expect(sheets.length).toBeLessThanOrEqual(2)
    await expect(guest.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  }
  await guest.close()
})
