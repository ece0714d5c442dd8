import type { Page } from '@playwright/test'
import { applyField } from './applied-field'
import { clipped, dropFile, expect, overflow, settled, test, violations } from './browser'
import { fresh, readNotes } from './stack'

test.use({ baseURL: fresh.api })

// The first of each kind of request to a service that has just started: it compiles itself while it answers.
const cold = { timeout: 60_000 }
const dayMs = 86_400_000

/** A month of deals that others made in the amoCRM of the newcomer: forms, chats, people. */
async function makeDealsElsewhere() {
  const call = async (path: string, body?: unknown) => {
    const answer = await fetch(`${fresh.sandbox}/sandbox/accounts${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as unknown
  }
  const [account] = (await call('')) as { id: number }[]
  const now = Math.floor(Date.now() / 1000)
  await call(`/${account?.id}/generate`, {
    deals: 90,
    from: now - 20 * 86_400,
    to: now,
    moves: 3,
    marked_share: 0.9,
    ads: ['98100001', '98100002'],
  })
}

/** The page as it is on a desk and on a phone; the test goes on at the desk. */
async function looksRight(page: Page) {
  for (const size of [
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size)
    // Charts take the new width in their next frames.
    await expect.poll(() => overflow(page)).toBe(0)
    expect(await clipped(page)).toEqual([])
  }
  expect(await violations(page)).toEqual([])
}

test('a newcomer comes from nothing to the cost of a qualified lead of each creative', async ({ page }) => {
  test.slow()
  await makeDealsElsewhere()
  await page.setViewportSize({ width: 1440, height: 900 })
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

  const start = page.getByRole('region', { name: 'С чего начать' })
  const step = (name: string) => start.getByRole('listitem').filter({ hasText: name })
  const toSteps = async () => {
    await page.getByRole('link', { name: 'Обзор', exact: true }).click()
    await expect(start).toBeVisible()
  }
  await expect(step('Подключите amoCRM')).toContainText('Готово', cold) // its first call to amoCRM too
  await expect(step('Дождитесь загрузки сделок')).toContainText('Готово', cold)
  await looksRight(page)

  await step('Отметьте этапы').getByRole('link', { name: 'Отметить' }).click()
  await settled(page)
  await expect(page.getByRole('link', { name: /^\d+ \S+ на этапе/ }).first()).toBeVisible()
  const stage = page.getByRole('checkbox', { name: /Учитывать этап «Замер назначен»/ })
  await stage.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Учитывать' }).click()
  await expect(stage).toBeChecked()

  await toSteps()
  await step('Назовите креативы').getByRole('link').click()
  await settled(page)
  await looksRight(page)
  const values = page.getByRole('region', { name: 'Неразобранные значения' })
  await values.getByRole('checkbox', { name: '98100001', exact: true }).check()
  await values.getByRole('checkbox', { name: '98100002', exact: true }).check()
  await values.getByRole('button', { name: 'Создать 2 креатива' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Создать 2 креатива' }).click()
  await expect(values.getByRole('checkbox', { name: '98100001', exact: true })).toHaveCount(0)
  await values.getByRole('checkbox', { name: 'video_1' }).check()
  await values.getByRole('button', { name: 'Отнести к креативу' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Креатив' }).click()
  await page.getByRole('option', { name: '98100001' }).click()
  await dialog.getByRole('button', { name: 'Отнести', exact: true }).click()
  await expect(page.getByText('Лиды перешли к креативу «98100001»')).toBeVisible()
  await expect(values.getByRole('checkbox', { name: 'video_1' })).toHaveCount(0)

  await toSteps()
  const yesterday = new Date(Date.now() - dayMs).toISOString().slice(0, 10).split('-').toReversed().join('.')
  const report = ['98100001', '98100002'].map((ad) => `${yesterday};Кухни;${ad};Кухня ${ad};900;40;5 000,00`)
  await dropFile(
    page,
    'vk.csv',
    ['Дата;Кампания;ID объявления;Название объявления;Показы;Клики;Потрачено всего, ₽', ...report].join(
      '\r\n',
    ),
  )
  await expect(page.getByRole('heading', { name: 'vk.csv: VK Реклама' })).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: 'Записать' }).click()
  await expect(page.getByText('Записаны 2 строки')).toBeVisible()

  await page.getByRole('link', { name: 'Обзор', exact: true }).click()
  await settled(page)
  await expect(start).toHaveCount(0)
  await expect(page.getByText(/10.000.₽/).first()).toBeVisible()
  await looksRight(page)

  await page
    .getByRole('navigation', { name: 'Меню' })
    .getByRole('link', { name: 'Лиды', exact: true })
    .click()
  await settled(page)
  await page
    .getByRole('table')
    .getByRole('row')
    .filter({ hasText: '98100001' })
    .getByRole('link')
    .first()
    .click()
  const source = page.getByRole('region', { name: 'Откуда пришёл' })
  await expect(source).toContainText(/По.метке utm_content/)
  await looksRight(page)
  await source.getByRole('button', { name: 'Не тот креатив' }).click()
  await page.getByRole('combobox', { name: 'Креатив' }).click()
  await page.getByRole('option', { name: 'Ни один' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
  await expect(source).toContainText(/Вручную указано/)
  await source.getByRole('button', { name: 'Указать креатив' }).click()
  await page.getByRole('button', { name: 'Определять по меткам' }).click()
  await expect(source).toContainText(/По.метке utm_content/)

  await applyField(page, 'utm_medium', 'cpc')
})
