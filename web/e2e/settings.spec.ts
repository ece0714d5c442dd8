import { expect, settled, test, violations } from './browser'

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

test('the horizon takes the days that the leads suggest', async ({ page, account }) => {
  // Kept to this page: the account's verdicts are read by the tests beside this one.
  let saved: unknown
  await page.route('**/api/analytics/maturity?*', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), suggested_horizon_days: 21 } })
  })
  await page.route(`**/api/user-accounts/${account}`, async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    saved = route.request().postDataJSON()
    return route.fulfill({ json: {} })
  })
  await page.goto(`/a/${account}/settings?tab=account`)
  await settled(page)
  const days = page.getByLabel('Срок на квалификацию, дней')
  await expect(days).toHaveValue('14')

  await page.getByRole('button', { name: 'Поставить 21 день' }).click()
  await expect(days).toHaveValue('21')
  await expect(page.getByText('Так и подсказывают ваши лиды')).toBeVisible()
  const preview = page.getByRole('region', { name: 'Что изменится, если сохранить' })
  await expect(preview.getByRole('row', { name: /^Срок/ })).toHaveText('Срок14 дней21 день')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Сохранить' }).click()

  await expect(page.getByText('Аккаунт сохранён')).toBeVisible()
  expect(saved).toMatchObject({ horizon_days: 21 })
})
