import { expect, settled, test } from './browser'

test('a key is shown once and revoked', async ({ page, account }) => {
  await page.goto(`/a/${account}/settings?tab=keys`)
  await settled(page)
  const name = `site ${Date.now()}`
  await page.getByLabel('Для чего ключ').fill(name)
  await page.getByRole('button', { name: 'Создать ключ' }).click()
  const key = await page.getByRole('textbox', { name: 'Новый ключ' }).inputValue()
  const call = () =>
    page.request.get(`/api/leads?userAccountId=${account}`, { headers: { Authorization: `Bearer ${key}` } })
  expect((await call()).status()).toBe(200)

  await page.getByRole('button', { name: `Отозвать «${name}»` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click()
  await expect(page.getByRole('button', { name: `Отозвать «${name}»` })).toHaveCount(0)
  expect((await call()).status()).toBe(401)
})

test('a creative is added with its ads', async ({ page, account }) => {
  await page.goto(`/a/${account}/settings?tab=campaigns`)
  await settled(page)
  const title = `Креатив ${Date.now()}`
  await page.getByRole('button', { name: 'Добавить креатив' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Название').fill(title)
  await dialog.getByLabel('Объявления').fill(`ad-${Date.now()},`)
  await dialog.getByRole('button', { name: 'Сохранить' }).click()

  await expect(page.getByRole('cell', { name: title, exact: true })).toBeVisible()
})
