import { expect, settled, test, violations } from './browser'
import { operator } from './people'
import { demo, readNotes } from './stack'

test('switching the account stays on the page, whose title names the client', async ({ page, account }) => {
  await page.goto(`/a/${account}/creatives?period=all&mode=current`)
  await settled(page)
  const title = await page.title()
  expect(title).toMatch(/^Креативы · (?!AmoCrm)/)

  await page.getByRole('combobox', { name: 'Аккаунт' }).click()
  await page.getByRole('option', { name: 'Другой клиент' }).click()

  await expect(page).toHaveTitle('Креативы · Другой клиент')
  await expect(page).toHaveURL(/\/creatives\?.*mode=current/)
})

test('an account is archived, leaves the list, and comes back', async ({ page, account }) => {
  expect(account).not.toBe('')
  const name = `Бывший клиент ${Date.now()}`
  const call = operator(demo, readNotes().demoKey)
  const { id } = await call<{ id: string }>('POST', '/api/user-accounts', { name })
  const option = page.getByRole('option', { name })
  const switcher = page.getByRole('combobox', { name: 'Аккаунт' })

  await page.goto(`/a/${id}/settings?tab=account`)
  await settled(page)
  await page.getByRole('button', { name: 'Убрать в архив' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Убрать в архив' }).click()
  await expect(page.getByText('Аккаунт в архиве', { exact: true })).toBeVisible()
  await settled(page)
  await switcher.click()
  await expect(option).toHaveCount(0)

  await page.goto('/accounts/archive')
  await settled(page)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: `Вернуть «${name}»` }).click()
  await expect(page.getByRole('button', { name: `Вернуть «${name}»` })).toHaveCount(0)
  await page.goto(`/a/${id}/leads`)
  await settled(page)
  await switcher.click()
  await expect(option).toHaveCount(1)
})

test('turning the webhook off asks first, and the badge tells of it on every page at once', async ({
  page,
  account,
}) => {
  // The webhook itself stays: the tests beside this one move deals.
  let isOn = true
  await page.route('**/amocrm-webhook', async (route) => {
    if (route.request().method() === 'DELETE') {
      isOn = false
      return route.fulfill({ status: 204 })
    }
    const answer = await route.fetch()
    return route.fulfill({ response: answer, json: { ...(await answer.json()), registered: isOn } })
  })
  await page.route('**/api/alerts?*', (route) => {
    const broken = {
      kind: 'webhook_broken',
      since: new Date().toISOString(),
      message: '',
      subject: null,
      count: 1,
    }
    return route.fulfill({ json: { items: isOn ? [] : [broken], next_cursor: null } })
  })
  await page.goto(`/a/${account}/settings`)
  await settled(page)
  const off = page.getByRole('button', { name: 'Отключить', exact: true })
  const dialog = page.getByRole('dialog')
  await expect(page.getByRole('link', { name: 'Проблем нет' })).toBeVisible()

  await off.last().click()
  await expect(dialog.getByRole('heading', { name: 'Отключить вебхук?' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Отмена' }).click()
  await expect(page.getByText('Работает', { exact: true })).toBeVisible()
  expect(isOn).toBe(true)

  await off.last().click()
  await dialog.getByRole('button', { name: 'Отключить' }).click()
  await expect(page.getByText('Не подключён', { exact: true })).toBeVisible()
  const bell = page.getByRole('link', { name: '1 проблема требует внимания' })
  await expect(bell).toBeVisible()
  expect(await violations(page)).toEqual([])
  await bell.click()
  await expect(page.getByText(/Вебхук.не.работает/)).toBeVisible()
})

test('the list of leads says of each what its filter means by qualified', async ({ page, account }) => {
  await page.goto(`/a/${account}/leads?period=all&isQualified=true`)
  await settled(page)
  const marks = page.getByRole('row').getByText(/^Был, \d+ \S+$/)
  await expect(marks.first()).toBeVisible()
  await expect(page.getByRole('row').getByText('Нет', { exact: true })).toHaveCount(0)
})

test('a lead is found by its words in any order and by its phone as people type it', async ({
  page,
  account,
}) => {
  const call = operator(demo, readNotes().demoKey)
  const lead = {
    source_type: 'manual',
    name: 'Евстигнеева Аполлинария',
    phone: '8 (916) 007-08-09',
    push: false,
  }
  await call('POST', `/api/leads?userAccountId=${account}`, lead)
  await page.goto(`/a/${account}/leads?period=all`)
  await settled(page)
  for (const typed of ['аполлинария евстигнеева', '8 916 007', '+7 (916) 007', '08-09 Евстигнеева']) {
    await page.getByRole('searchbox', { name: 'Поиск' }).fill(typed)
    await expect(page).toHaveURL(new RegExp(`search=`))
    await expect(page.getByText(/^Найден\S* \d+/)).toBeVisible()
    await expect(page.getByRole('link', { name: lead.name })).toBeVisible()
  }
})
