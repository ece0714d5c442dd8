import { expect, settled, signIn, test } from './browser'
import { member } from './people'
import { demo, readNotes } from './stack'

test('a member is shown no secret, connection or key, and works with creatives and spend', async ({
  page,
}) => {
  await signIn(page, member)
  await page.goto('/')
  await settled(page)
  const account = new URL(page.url()).pathname.split('/')[2] ?? ''
  for (const tab of ['', '?tab=connection', '?tab=account', '?tab=keys']) {
    await page.goto(`/a/${account}/settings${tab}`)
    await settled(page)
    await expect(page.getByRole('tab')).toHaveText(['Креативы'])
    await expect(page.getByRole('link', { name: 'Расходы' })).toBeVisible()
    await expect(page.getByText('sig=')).toHaveCount(0)
    await expect(page.getByText('меняет администратор')).toBeVisible()
  }
  const renamed = await page.request.patch(`${demo.api}/api/user-accounts/${account}`, {
    data: { name: 'Чужое имя' },
  })
  expect(renamed.status()).toBe(403)
})

test('what a form still needs is said by the page, not by the browser', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByLabel('Эл. почта')).toHaveAccessibleDescription(/Заполните это поле/)
  await expect(page.getByLabel('Пароль')).toHaveAccessibleDescription(/Заполните это поле/)

  await page.getByLabel('Эл. почта').fill('nobody')
  await page.getByLabel('Пароль').fill('a password of nobody')
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByLabel('Эл. почта')).toHaveAccessibleDescription(/адрес электронной почты/)
})

test('a period that ends before it starts is told by the names of its fields', async ({ page, account }) => {
  await page.goto(`/a/${account}/creatives?from=2026-11-20&to=2026-11-01`)

  const alert = page.getByRole('alert').first()
  await expect(alert).toContainText('Дата «По» раньше даты «С»')
  await expect(alert.getByRole('button', { name: 'Повторить' })).toHaveCount(0)
})

test('a refusal is told by its reason: two creatives cannot show one ad', async ({ page, account }) => {
  const ad = `ad-${Date.now()}`
  const add = async (title: string) => {
    await page.getByRole('button', { name: 'Добавить креатив' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Название').fill(title)
    await dialog.getByLabel('Объявления').fill(`${ad},`)
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    return dialog
  }
  await page.goto(`/a/${account}/settings?tab=campaigns`)
  await settled(page)
  await expect(await add(`Первый ${ad}`)).toHaveCount(0)

  await expect(await add(`Второй ${ad}`)).toContainText('Одно из объявлений уже у другого креатива')
})

test('the sample for developers can be pasted into a shell', async ({ page, account }) => {
  await page.goto(`/a/${account}/settings?tab=keys`)
  await settled(page)
  await expect(page.locator('pre')).toContainText(
    `'${demo.api}/api/leads?userAccountId=${readNotes().account}'`,
  )
})
