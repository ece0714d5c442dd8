import { expect, overflow, settled, test, violations } from './browser'

test('an administrator creates a digest, sends it and reads how it looks; the recipient ends it', async ({
  page,
  account,
  browser,
}) => {
  await page.goto(`/a/${account}/settings?tab=digests`)
  await settled(page)
  await page.getByRole('combobox', { name: 'Куда' }).click()
  await page.getByRole('option', { name: 'Почта' }).click()
  await page.getByLabel('Адрес').fill('owner@client.example')
  await page.getByLabel('Время').fill('9 PM')
  await page.getByRole('button', { name: 'Создать рассылку' }).click()
  await expect(page.getByText('Время записывают как 09:00.')).toBeVisible()
  await page.getByLabel('Время').fill('21:30')
  await page.getByRole('button', { name: 'Создать рассылку' }).click()
  const card = page.getByRole('article', { name: 'owner@client.example' })
  await expect(card.getByText('каждый день в 21:30')).toBeVisible()
  await card.getByRole('button', { name: 'Отправить сейчас' }).click()
  await expect(card.getByText('Последнее сообщение: Отправлено')).toBeVisible({ timeout: 20_000 })
  await card.getByText('Последнее сообщение').click()
  await expect(card.getByText('итоги за')).toBeVisible()
  expect(await violations(page)).toEqual([])

  const text = (await card.textContent()) ?? ''
  const path = /\/unsubscribe\/[\w-]{64}/.exec(text)?.[0] ?? ''
  const recipient = await browser.newPage({ locale: 'ru-RU', viewport: { width: 360, height: 780 } })
  await recipient.goto(path)
  await recipient.getByRole('button', { name: 'Отписаться' }).click()
  await expect(recipient.getByRole('heading', { level: 1, name: 'Вы отписались' })).toBeVisible()
  expect(await overflow(recipient)).toBe(0)
  await recipient.close()

  await page.reload()
  await expect(card.getByText('Получатель отписался')).toBeVisible()
  await card.getByRole('button', { name: 'Удалить: owner@client.example' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(card).toHaveCount(0)
})

test('a digest by Telegram shows the command that links the chat', async ({ page, account }) => {
  await page.goto(`/a/${account}/settings?tab=digests`)
  await settled(page)
  await page.getByRole('button', { name: 'Создать рассылку' }).click()
  const card = page.getByRole('article', { name: 'Новый чат в Telegram' })
  await expect(card.getByRole('textbox', { name: 'Команда для бота' })).toHaveValue(/^\/start [\w-]{64}$/)
  await expect(card.getByRole('link', { name: 'Открыть бота' })).toHaveAttribute(
    'href',
    /^https:\/\/t\.me\/sandbox_bot\?start=/,
  )
  await card.getByRole('button', { name: 'Удалить: Новый чат в Telegram' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(card).toHaveCount(0)
})
