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
