import { expect, overflow, pages, settled, test, violations } from './browser'

for (const name of pages) {
  test(`${name}: everybody can use it, in Russian on a desk`, async ({ page, account }) => {
    await page.goto(`/a/${account}/${name}?period=all`)
    await settled(page)

    await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })

  test(`${name}: everybody can use it, in English and the dark on a phone`, async ({ page, account }) => {
    await page.setViewportSize({ width: 360, height: 780 })
    await page.addInitScript(() => {
      localStorage.setItem('language', 'en')
      localStorage.setItem('color-scheme', 'dark')
    })
    await page.goto(`/a/${account}/${name}?period=all`)
    await settled(page)

    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/[а-яё]/i)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })
}

test('an address that leads nowhere says so', async ({ page, account }) => {
  await page.goto(`/a/${account}/no-such-page`)

  await expect(page.getByRole('heading', { name: 'Такой страницы нет' })).toBeVisible()
})
