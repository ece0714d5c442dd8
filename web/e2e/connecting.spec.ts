import { expect, settled, signIn, test } from './browser'
import { admin, operator } from './people'
import { demo, readNotes } from './stack'

// In turn: the fault that one of them asks for answers the next call of anybody.
test.describe.configure({ mode: 'default' })

const sandbox = (method: string, path: string, body?: unknown) =>
  fetch(`${demo.sandbox}/sandbox${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })

const unconnected = () =>
  operator(demo, readNotes().demoKey)<{ id: string }>('POST', '/api/user-accounts', {
    name: `Без amoCRM ${Date.now()}`,
  })

test('without an integration the page says what is missing instead of a button that fails', async ({
  page,
}) => {
  await signIn(page, admin)
  await page.goto(`/a/${(await unconnected()).id}/settings`)
  await settled(page)

  await expect(page.getByText('AmoCrm__ClientId')).toContainText('/api/amocrm/oauth/callback')
  await expect(page.getByRole('button', { name: 'Подключить amoCRM' })).toHaveCount(0)
})

test('a pasted address and a bare name are understood, and a refused token is told at its field', async ({
  page,
}) => {
  await signIn(page, admin)
  await page.goto(`/a/${(await unconnected()).id}/settings`)
  await settled(page)
  const domain = page.getByLabel('Адрес amoCRM')
  const token = page.getByLabel('Долгосрочный токен')
  await domain.fill('client')
  await domain.blur()
  await expect(domain).toHaveValue('client.amocrm.ru')

  await domain.fill('https://client.amocrm.ru/leads/pipeline/1?a=b')
  await token.fill('not-the-token')
  await page.getByRole('button', { name: 'Подключить', exact: true }).click()

  await expect(token).toHaveAccessibleDescription(/amoCRM не.принимает токен/)
  await expect(domain).toHaveValue('client.amocrm.ru')
  await expect(domain).not.toHaveAttribute('aria-invalid', 'true')
})

test('a domain without an amoCRM is told at its field, in the language of the page', async ({ page }) => {
  await signIn(page, admin)
  await page.goto(`/a/${(await unconnected()).id}/settings`)
  await settled(page)
  await page.getByRole('button', { name: 'Switch to English' }).click()
  const fault = (await (
    await sandbox('POST', '/faults', { match: '/api/v4/account', status: 404, body: 'html', times: 1 })
  ).json()) as { id: number }
  await page.getByLabel('amoCRM address').fill('nobody.kommo.com')
  await page.getByRole('textbox', { name: 'Long-lived token' }).fill('not-the-token')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()

  await expect(page.getByLabel('amoCRM address')).toHaveAccessibleDescription(/no amoCRM at this address/)
  await sandbox('DELETE', `/faults/${fault.id}`)
})

test('the steps to a token are shown on demand', async ({ page }) => {
  await signIn(page, admin)
  await page.goto('/accounts/new')
  await page.getByRole('button', { name: 'Где взять токен' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Ключи и доступы' })).toBeVisible()
})
