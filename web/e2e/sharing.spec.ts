import { expect, overflow, settled, test, violations } from './browser'
import { demo, readNotes } from './stack'
import { operator } from './people'

const call = () => operator(demo, readNotes().demoKey)

const share = (body: object) =>
  call()<{ id: string; url: string }>('POST', `/api/share-links?userAccountId=${readNotes().account}`, body)

const tokenOf = ({ url }: { url: string }) => url.split('/').at(-1) ?? ''

test('an administrator shares a page, a client reads it without sign-in, and it is revoked', async ({
  page,
  account,
  browser,
}) => {
  await page.goto(`/a/${account}/settings?tab=sharing`)
  await settled(page)
  await page.getByLabel('Название').fill('Отчёт для клиента')
  await page.getByRole('button', { name: 'Создать ссылку' }).click()
  const url = await page.getByRole('textbox', { name: 'Ссылка готова' }).inputValue()

  const guest = await browser.newPage({ locale: 'ru-RU' })
  await guest.goto(new URL(url).pathname)
  await expect(guest.getByRole('heading', { level: 1, name: 'Отчёт для клиента' })).toBeVisible()
  await expect(guest.getByText('Выручка')).toBeVisible()
  await expect(guest.getByRole('heading', { name: 'Насколько этому верить' })).toBeVisible()
  expect(await violations(guest)).toEqual([])

  await page.getByRole('button', { name: 'Отозвать Отчёт для клиента' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click()
  await expect(page.getByRole('button', { name: 'Отозвать Отчёт для клиента' })).toHaveCount(0)
  await guest.reload()
  await expect(guest.getByRole('heading', { name: 'Ссылка больше не действует' })).toBeVisible()
  await guest.close()
})

test('a password opens a page of creatives on a phone, in English', async ({ browser }) => {
  const link = await share({ title: 'Creatives', page: 'creatives', password: 'a night train' })
  const guest = await browser.newPage({ locale: 'en-GB', viewport: { width: 360, height: 780 } })
  await guest.addInitScript(() => localStorage.setItem('language', 'en'))
  await guest.goto(`/s/${tokenOf(link)}`)
  await guest.getByRole('textbox', { name: 'Password' }).fill('a day train')
  await guest.getByRole('button', { name: 'Open' }).click()
  await expect(guest.getByRole('alert')).toContainText('The password is wrong')

  await guest.getByRole('textbox', { name: 'Password' }).fill('a night train')
  await guest.getByRole('button', { name: 'Open' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Creatives' })).toBeVisible()
  await expect(guest.getByRole('columnheader', { name: 'Verdict' })).toBeVisible()
  expect(await overflow(guest)).toBe(0)
  expect(await violations(guest)).toEqual([])
  await guest.close()
})
