import { expect, settled, signIn, test } from './browser'
import { admin, member } from './people'
import { readNotes } from './stack'

test('a person signs in, comes to the page he wanted, and signs out', async ({ page }) => {
  const wanted = `/a/${readNotes().account}/funnel`
  await page.goto(wanted)
  await page.getByLabel('Эл. почта').fill(admin.email)
  await page.getByLabel('Пароль').fill(admin.password)
  await page.getByRole('button', { name: 'Войти' }).click()

  await expect(page).toHaveURL(new RegExp(wanted))
  await settled(page)

  await page.getByRole('button', { name: 'Меню пользователя' }).click()
  await page.getByRole('menuitem', { name: 'Выйти' }).click()
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
  expect((await page.request.get('/api/session')).status()).toBe(401)
})

test('a wrong password is told, and nothing else', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Эл. почта').fill('nobody@example.com')
  await page.getByLabel('Пароль').fill('not the password')
  await page.getByRole('button', { name: 'Войти' }).click()

  await expect(page.getByRole('alert')).toHaveText('Неверная почта или пароль.')
})

test('a member sees his accounts and no other', async ({ page }) => {
  await signIn(page, member)
  await page.goto('/')
  await settled(page)
  await page.getByRole('combobox', { name: 'Аккаунт' }).click()
  await expect(page.getByRole('option')).toHaveText(['Другой клиент'])

  await page.goto(`/a/${readNotes().account}/leads`)
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Лиды' })).toHaveCount(0)
})

test('the address of an account alone leads to its overview', async ({ page, account }) => {
  await page.goto(`/a/${account}`)

  await expect(page).toHaveURL(new RegExp(`/a/${account}/overview`))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a person who signed out elsewhere is asked to sign in', async ({ page, account }) => {
  await page.goto(`/a/${account}/overview`)
  await settled(page)
  await page.context().clearCookies()

  await page.getByRole('link', { name: 'Лиды', exact: true }).first().click()

  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
})

test('the language and the colours stay as they were chosen', async ({ page, account }) => {
  await page.goto(`/a/${account}/overview`)
  await settled(page)
  await page.getByRole('button', { name: 'Switch to English' }).click()
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await page.reload()

  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('a refused field says in the language of the page what it needs', async ({ page, account }) => {
  expect(account).not.toBe('')
  await page.goto('/password')
  await page.getByLabel('Текущий пароль').fill('not the password')
  await page.getByLabel('Новый пароль').fill('a long phrase of mine')
  await page.getByRole('button', { name: 'Сменить пароль' }).click()

  await expect(page.getByLabel('Текущий пароль')).toHaveAccessibleDescription(/Текущий пароль неверен/)
})

test('an administrator invites a member by a link that works once', async ({ page, account, browser }) => {
  expect(account).not.toBe('')
  const email = `invited-${Date.now()}@example.com`
  await page.goto('/users')
  await page.getByRole('button', { name: 'Пригласить' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Эл. почта').fill(email)
  await dialog.getByRole('button', { name: 'Пригласить' }).click()
  const link = await page.getByRole('textbox', { name: 'Ссылка-приглашение' }).inputValue()

  const guest = await browser.newPage()
  await guest.goto(link)
  await guest.getByLabel('Новый пароль').fill('a long phrase of mine')
  await guest.getByRole('button', { name: 'Сохранить и войти' }).click()
  await expect(guest.getByRole('button', { name: 'Меню пользователя' })).toBeVisible()

  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'Ссылка больше не действует' })).toBeVisible()
  await guest.close()
})
