import { expect, settled, test } from './browser'

test('sources say what marks name, what was not filled in, and what to put into each platform', async ({
  page,
  account,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/a/${account}/sources?period=all`)
  await settled(page)
  const coverage = page.getByRole('region', { name: 'Что известно об источниках' })
  await expect(coverage.getByRole('row', { name: /^utm_content/ })).toContainText('%')
  await expect(page.getByText('utm_content={{ad.id}}', { exact: true })).toBeVisible()
  await expect(page.getByText(/Макрос Meta/)).toBeVisible()
  const values = page.getByRole('region', { name: 'Неразобранные значения' })
  await values.getByRole('checkbox', { name: 'video_3' }).check()
  await expect(values.getByRole('status')).toContainText(/Отмечено 1 значение, \d+ лид/)

  await page.getByRole('tab', { name: 'TikTok' }).click()
  await page.getByRole('button', { name: 'Скопировать' }).click()
  await expect(page.getByRole('button', { name: 'Скопировано' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('utm_content=__CID__')
})

test('a field of the account is mapped after a look at what that changes', async ({ page, account }) => {
  await page.goto(`/a/${account}/settings?tab=attribution`)
  await settled(page)
  await page.getByRole('button', { name: 'Добавить поле' }).click()
  await page.getByRole('combobox', { name: 'Поле сделки' }).click()
  await page.getByRole('option', { name: 'Рекламная кампания' }).click()
  await page.getByRole('combobox', { name: 'Что в нём' }).click()
  await page.getByRole('option', { name: 'Название креатива' }).click()
  await page.getByRole('button', { name: 'Посмотреть, что изменится' }).click()

  const preview = page.getByRole('status').filter({ hasText: 'Лиды с известным креативом' })
  await expect(preview).toContainText(/\d+ → \d+ из.\d+/)
  await expect(preview.getByRole('row', { name: /Кухня за 14 дней/ })).toBeVisible()
})
