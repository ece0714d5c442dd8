import { expect, settled, test, violations } from './browser'

test('a run says how many rows of amoCRM it could not read, and what became of the others', async ({
  page,
  account,
}) => {
  await page.route('**/api/sync-runs?*', async (route) => {
    const answer = await route.fetch()
    const list = await answer.json()
    const items = list.items.map((run: object, i: number) => ({ ...run, skipped: i === 0 ? 3 : 0 }))
    return route.fulfill({ response: answer, json: { ...list, items } })
  })
  await page.goto(`/a/${account}/runs`)
  await settled(page)

  const skipped = page.getByText('Не прочитаны 3 записи amoCRM')
  await expect(skipped).toHaveCount(1)
  await skipped.focus()
  await expect(page.getByRole('tooltip')).toContainText('Всё остальное обработано')
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Switch to English' }).click()
  await expect(page.getByText('3 amoCRM records could not be read')).toBeVisible()
})

test('the first steps tell how far the deals are read, and then that their history is', async ({
  page,
  account,
}) => {
  let done = 12_400
  await page.route('**/api/sync-runs?*', async (route) => {
    const answer = await route.fetch()
    const { items, ...list } = await answer.json()
    const backfill = {
      ...items[0],
      kind: 'backfill',
      state: 'running',
      is_queued: false,
      started_at: new Date(Date.now() - 225_000).toISOString(),
      finished_at: null,
      done,
      total: 31_000,
      error: null,
    }
    return route.fulfill({ response: answer, json: { ...list, items: [backfill] } })
  })
  await page.goto(`/a/${account}/overview?period=all`)
  const start = page.getByRole('region', { name: 'С чего начать' })
  await expect(start.getByText(/^12.400 из.31.000 сделок, ещё.около.6.минут$/)).toBeVisible()
  expect(await violations(page)).toEqual([])

  done = 31_000
  await expect(start.getByText(/^31.000 сделок загружено, читаем историю этапов$/)).toBeVisible()
})
