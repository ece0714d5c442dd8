import { clipped, expect, overflow, pages, settled, test, violations } from './browser'
import { expectPrinted } from './paper'

/** Pages whose tables are too wide for a sheet in portrait. */
const wide = ['creatives?period=all', 'funnel?period=all', 'leads']
const titleLine = ['Мебель на заказ (демо)', 'отчёт от']

test('every page is for everybody, in Russian on a desk and on paper', async ({ page, account }) => {
  test.slow()
  for (const name of pages)
    await test.step(name, async () => {
      await page.goto(`/a/${account}/${name}`)
      await settled(page)

      await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
      expect.soft(await violations(page), name).toEqual([])
      expect.soft(await overflow(page), name).toBe(0)
      const period = name.endsWith('period=all') ? ['Всё время'] : []
      await expectPrinted(page, name, [...titleLine, ...period], wide.includes(name))
    })
})

test('every page is for everybody, in English and the dark on a phone', async ({ page, account }) => {
  test.slow()
  await page.setViewportSize({ width: 360, height: 780 })
  await page.addInitScript(() => {
    localStorage.setItem('language', 'en')
    localStorage.setItem('color-scheme', 'dark')
  })
  for (const name of pages)
    await test.step(name, async () => {
      await page.goto(`/a/${account}/${name}`)
      await settled(page)

      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/[а-яё]/i)
      expect.soft(await violations(page), name).toEqual([])
      expect.soft(await overflow(page), name).toBe(0)
      expect.soft(await clipped(page), name).toEqual([])
    })
})

test('an address that leads nowhere says so', async ({ page, account }) => {
  await page.goto(`/a/${account}/no-such-page`)

  await expect(page.getByRole('heading', { name: 'Такой страницы нет' })).toBeVisible()
})

test('the delivery log shows each delivery as it came, as it was read, and what became of it', async ({
  page,
  account,
}) => {
  await page.goto(`/a/${account}/webhooks`)
  await settled(page)
  await page
    .getByRole('link', { name: /^Открыть уведомление/ })
    .first()
    .click()

  await expect(page.getByRole('heading', { name: 'Результат обработки' })).toBeVisible()
  await expect(page.getByRole('tabpanel')).toContainText('"leads"')
  expect(await violations(page)).toEqual([])
  await page.getByRole('tab', { name: 'Исходный вид' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('leads')
  await page.getByRole('button', { name: 'Обработать заново' }).click()
  await expect(page.getByText('Уведомление поставлено в очередь')).toBeVisible()
})

test('users and the card of a lead are for everybody too', async ({ page, account }) => {
  await page.goto('/users')
  await settled(page)
  expect(await violations(page)).toEqual([])

  await page.goto(`/a/${account}/leads?won=true`)
  await settled(page)
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('list', { name: 'Путь по этапам' })).toBeVisible()
  expect(await violations(page)).toEqual([])
})
