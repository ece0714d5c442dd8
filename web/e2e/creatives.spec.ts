import { readFileSync } from 'node:fs'
import { expect, settled, test } from './browser'

test.beforeEach(async ({ page, account }) => {
  await page.goto(`/a/${account}/creatives?period=all`)
  await settled(page)
})

test('creatives are compared side by side', async ({ page }) => {
  const boxes = page.getByRole('table').getByRole('checkbox')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('link', { name: /Сравнить/ }).click()

  await expect(page.getByRole('heading', { name: 'Сравнение креативов' })).toBeVisible()
  await settled(page)
  await expect(page.getByRole('heading', { name: 'Доля квалификации' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Как быстро лиды квалифицируются' })).toBeVisible()
})

test('a number opens the leads behind it, as many as it says', async ({ page }) => {
  const link = page
    .getByRole('table')
    .getByRole('link', { name: /^Открыть лиды: .*Квалифицированы/ })
    .first()
  const count = Number((await link.textContent())?.replaceAll(/\D/g, ''))
  expect(count).toBeGreaterThan(0)
  await link.click()

  await expect(page.getByRole('heading', { name: 'Лиды', level: 1 })).toBeVisible()
  await settled(page)
  const more = page.getByRole('button', { name: 'Показать ещё' })
  while (await more.isVisible()) {
    await more.click()
    await expect(more).not.toHaveAttribute('data-loading')
  }
  await expect(page.getByText(new RegExp(`^(Показан|Найден)\\S* ${count} `))).toBeVisible()
})

test('the table sorts by the address and downloads as people read it', async ({ page }) => {
  await page.getByRole('button', { name: 'Лиды', exact: true }).click()
  await expect(page).toHaveURL(/sort=total_leads/)
  await expect(page.getByRole('columnheader', { name: 'Лиды' })).toHaveAttribute('aria-sort', /ending$/)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать CSV' }).click(),
  ])
  const text = readFileSync(await download.path(), 'utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const lines = text.trim().split('\r\n')
  expect(lines[0]).toContain('Креатив;Направление;Вердикт;Совет;')
  expect(lines.at(-1)).toMatch(/^Итого;{9}\d+/)
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  expect(lines.length).toBeGreaterThan(5)
  expect(download.suggestedFilename()).toMatch(/^Креативы .*\.csv$/)
})
