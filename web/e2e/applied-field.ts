import { expect, type Page } from '@playwright/test'
import { settled } from './browser'

/** Adds a creative that a field of deals names, previews the field, applies it to all leads, and finds them in the figures. */
export async function applyField(page: Page, field: string, creative: string) {
  await page.getByRole('navigation', { name: 'Меню' }).getByRole('link', { name: 'Настройки' }).click()
  await page.getByRole('tab', { name: 'Креативы' }).click()
  await page.getByRole('button', { name: 'Добавить креатив' }).click()
  await page.getByRole('dialog').getByLabel('Название').fill(creative)
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('cell', { name: creative, exact: true })).toBeVisible()

  await page.getByRole('tab', { name: 'Сделки и метки' }).click()
  await page.getByRole('button', { name: 'Добавить поле' }).click()
  await page.getByRole('combobox', { name: 'Поле сделки' }).click()
  await page.getByRole('option', { name: field }).click()
  await page.getByRole('combobox', { name: 'Что в нём' }).click()
  await page.getByRole('option', { name: 'Название креатива' }).click()
  await page.getByRole('button', { name: 'Посмотреть, что изменится' }).click()
  const preview = page.getByRole('status').filter({ hasText: 'Лиды с известным креативом' })
  await expect(preview).toContainText(/\d+ → \d+ из/)
  const [, before, after] = /(\d+) → (\d+)/.exec((await preview.textContent()) ?? '') ?? []
  expect(Number(after)).toBeGreaterThan(Number(before))

  await page.getByRole('button', { name: 'Применить ко всем лидам' }).click()
  await expect(page.getByText(/^Готово: изменен/)).toBeVisible()
  await page.goto(page.url().replace(/settings.*/, 'sources?period=all'))
  await settled(page)
  const known = page.getByRole('region', { name: 'Что известно об источниках' })
  await expect(known.getByText(new RegExp(`^${after} из`))).toBeVisible()
  await page.goto(page.url().replace('sources', 'creatives'))
  await settled(page)
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: creative, exact: true }) })
  await expect(row).toContainText(`${Number(after) - Number(before)}`)
}
