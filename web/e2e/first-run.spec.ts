import { expect, settled, test } from './browser'
import { fresh, readNotes } from './stack'

test.use({ baseURL: fresh.api })

// The first of each kind of request to a service that has just started: it compiles itself while it answers.
const cold = { timeout: 60_000 }

test('a newcomer comes from nothing to the first figures', async ({ page }) => {
  test.slow()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Первый администратор' })).toBeVisible()
  await page.getByLabel('Ключ оператора').fill(readNotes().freshKey)
  await page.getByLabel('Эл. почта').fill('first@example.com')
  await page.getByLabel('Пароль').fill('a long phrase of mine')
  await page.getByRole('button', { name: 'Создать и войти' }).click()

  await expect(page.getByRole('heading', { name: 'Новый аккаунт' })).toBeVisible(cold)
  await page.getByLabel('Название').fill('Мебель')
  await page.getByLabel('Адрес amoCRM').fill('mebel-demo.amocrm.ru')
  await page.getByLabel('Долгосрочный токен').fill('demo-token')
  await page.getByRole('button', { name: 'Создать аккаунт' }).click()

  await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible(cold) // its first call to amoCRM too
  await page.getByRole('link', { name: 'Этапы', exact: true }).click()
  await settled(page)
  const sync = page.getByRole('button', { name: /Синхронизировать/ }).first()
  const stages = page.getByRole('checkbox', { name: /Учитывать этап/ })
  await sync.click()
  await expect(stages.first()).toBeVisible()

  await stages.nth(0).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Учитывать' }).click()
  await expect(stages.nth(0)).toBeChecked()

  await page.getByRole('link', { name: 'Лиды', exact: true }).click()
  await settled(page)
  await page.getByRole('button', { name: 'Добавить лид' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Имя').fill('Мария')
  await dialog.getByLabel('Телефон').fill('8 (916) 123-45-67')
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click()
  await expect(page.getByText('Мария').first()).toBeVisible()

  // The lead is pushed in the background; its first stage makes the first figure.
  await page.getByRole('link', { name: 'Обзор', exact: true }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('heading', { name: 'С чего начать' })).toHaveCount(0)
  }).toPass()
  await settled(page)
})
