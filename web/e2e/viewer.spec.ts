import { expect, settled, signIn, test } from './browser'
import { operator, type Person } from './people'
import { demo, readNotes } from './stack'

/** A viewer of the demo account from whom contacts are hidden. */
async function makeViewer(): Promise<Person> {
  const call = operator(demo, readNotes().demoKey)
  const viewer = { email: `viewer-${Date.now()}@example.com`, password: 'only looking 1' }
  const invited = await call<{ invitation_url: string }>('POST', '/api/users', {
    email: viewer.email,
    role: 'viewer',
    account_ids: [readNotes().account],
    hide_contacts: true,
  })
  await call('POST', `/api/invitations/${invited.invitation_url.split('/').at(-1)}`, {
    password: viewer.password,
  })
  return viewer
}

test('a viewer reads figures and leads, and is shown no control and no contact', async ({ page }) => {
  await signIn(page, await makeViewer())
  const account = readNotes().account
  await page.goto(`/a/${account}/overview`)
  await settled(page)
  const menu = page.getByRole('navigation', { name: 'Меню' })
  await expect(menu.getByRole('link', { name: 'Креативы' })).toBeVisible()
  for (const name of ['Настройки', 'Вебхуки']) await expect(menu.getByRole('link', { name })).toHaveCount(0)

  await page.goto(`/a/${account}/leads`)
  await settled(page)
  await expect(page.getByRole('button', { name: 'Добавить лид' })).toHaveCount(0)
  await expect(page.getByPlaceholder(/№.сделки или объявления/)).toBeVisible()
  const lead = page.getByRole('link', { name: /^Лид №/ }).first()
  await lead.click()
  await expect(page.getByText('Контакты скрыты администратором')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Удалить данные человека' })).toHaveCount(0)
  await expect(page.getByText(/\+7/)).toHaveCount(0)
})

test('all clients stand on one page, one click from each', async ({ page, account }) => {
  await page.goto('/accounts')
  await settled(page)
  await expect(page.getByRole('columnheader', { name: 'CPQL' })).toBeVisible()
  await page.getByLabel('Найти клиента').fill('другой')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('link', { name: 'Другой клиент' }).click()
  await expect(page).toHaveURL(/\/a\/.+\/overview/)
  await settled(page)
  await page.getByRole('combobox', { name: 'Аккаунт' }).click()
  await page.getByRole('option', { name: 'Все клиенты' }).click()
  await expect(page).toHaveURL(/\/accounts/)
  expect(account).not.toBe('')
})
