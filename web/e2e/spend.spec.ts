import { dropFile, expect, settled, test } from './browser'

const csv = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
})

test('what ads cost is uploaded as Russian Excel saves it', async ({ page, account }) => {
  await page.goto(`/a/${account}/spend`)
  await settled(page)
  const file = page.locator('input[type=file]')

  await file.setInputFiles(
    csv('spend.csv', 'date;ad_id;spend;clicks', '2026-01-15;unknown-ad-1;1 250,50;96', '2026-01-16;;12;1'),
  )
  await expect(page.getByRole('alert')).toContainText('Строка 3')
  await expect(page.getByRole('button', { name: 'Записать' })).toBeDisabled()

  await file.setInputFiles(csv('spend.csv', 'date;ad_id;spend;clicks', '2026-01-15;unknown-ad-1;1250,50;96'))
  await page.getByRole('button', { name: 'Записать' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Записана 1 строка' })).toContainText(
    'unknown-ad-1',
  )
})

test('a report of Yandex Direct is dropped, previewed, stored, named and deleted', async ({
  page,
  account,
}) => {
  const ad = `${Date.now()}`
  const title = `Кухни ${ad}`
  await page.goto(`/a/${account}/spend?from=2026-02-01&to=2026-02-28`)
  await settled(page)
  const text = [
    'Отчёт по объявлениям',
    'Дата;№ Объявления;Заголовок;Расход (руб.);Показы;Клики',
    `03.02.2026;M-${ad};${title};1 234,56;1000;20`,
    'Итого;;;1 234,56;1000;20',
  ].join('\r\n')
  await dropFile(page, 'direct.csv', text)

  await expect(page.getByRole('heading', { name: 'direct.csv: Яндекс Директ' })).toBeVisible()
  await expect(page.getByText('сходится')).toBeVisible()
  await page.getByRole('button', { name: 'Записать' }).click()
  await page.getByRole('button', { name: 'Создать креативы' }).click()

  const row = page.getByRole('row').filter({ hasText: ad })
  await expect(row.getByRole('cell', { name: title, exact: true })).toBeVisible()
  await row.getByRole('button', { name: 'Удалить расход' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(row).toHaveCount(0)
})

test('an unknown file is mapped once', async ({ page, account }) => {
  await page.goto(`/a/${account}/spend`)
  await settled(page)
  const heading = `Kosten ${Date.now()}`
  const file = csv('bericht.csv', `Tag;Anzeige;${heading}`, '2026-03-01;mapped-ad;5,50')
  const input = page.locator('input[type=file]')
  const choose = async (column: string, meaning: string) => {
    await page.getByRole('combobox', { name: `Что в колонке «${column}»` }).click()
    await page.getByRole('option', { name: meaning, exact: true }).click()
  }

  await input.setInputFiles(file)
  await expect(page.getByRole('alert')).toContainText('Не удалось определить, где день')
  await choose('Tag', 'День')
  await choose('Anzeige', 'ID объявления')
  await choose(heading, 'Расход')
  await page.getByRole('button', { name: 'Записать' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Записана 1 строка' })).toBeVisible()

  await input.setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'bericht.csv: Таблица с вашими колонками' })).toBeVisible()
})
