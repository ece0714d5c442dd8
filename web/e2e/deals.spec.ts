import { expect, settled, test } from './browser'
import { operator } from './people'
import { demo, readNotes } from './stack'

interface Lead {
  id: string
  amocrm_lead_id: number
  current_status_id: number
}

test('a deal that is moved in amoCRM appears in the timeline of its lead', async ({ page, account }) => {
  const call = operator(demo, readNotes().demoKey)
  const { items } = await call<{ items: Lead[] }>(
    'GET',
    `/api/leads?userAccountId=${account}&isQualified=false&limit=200`,
  )
  const { pipelines } = await call<{
    pipelines: { stages: { status_id: number; status_name: string; is_qualified_stage: boolean }[] }[]
  }>('GET', `/api/amocrm/pipelines?userAccountId=${account}`)
  const stages = pipelines[0]?.stages ?? []
  const target = stages.find((stage) => stage.is_qualified_stage && stage.status_id !== 142)
  const lead = items.find(
    ({ current_status_id }) =>
      stages.some(({ status_id }) => status_id === current_status_id) && current_status_id !== 143,
  )
  if (!lead || !target) throw new Error('The demo has no open lead to move.')

  await page.goto(`/a/${account}/leads/${lead.id}`)
  await settled(page)
  const steps = page.getByRole('list', { name: 'Путь по этапам' }).getByRole('listitem')
  const before = await steps.count()
  const [world] = (await (await fetch(`${demo.sandbox}/sandbox/accounts`)).json()) as { id: number }[]
  await fetch(`${demo.sandbox}/sandbox/accounts/${world?.id}/leads/${lead.amocrm_lead_id}/move`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ status_id: target.status_id }),
  })

  await expect(steps).toHaveCount(before + 1)
  await expect(page.getByText(`Квалифицирован: сделка стоит на этапе «${target.status_name}»`)).toBeVisible()
})

test('a stage is flagged after a look at what that changes, and taken back', async ({ page, account }) => {
  await page.goto(`/a/${account}/pipelines`)
  await settled(page)
  const box = page.getByRole('checkbox', { name: /Учитывать этап/, checked: false }).nth(1)
  const name = (await box.getAttribute('aria-label')) ?? ''
  const same = page.getByRole('checkbox', { name })
  await same.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: /Учитывать этап/ })).toBeVisible()
  await expect(dialog.getByText(/станет|станут|не.изменится/).first()).toBeVisible()
  await expect(same).not.toBeChecked()

  await dialog.getByRole('button', { name: 'Учитывать' }).click()
  await expect(same).toBeChecked()

  await page.getByRole('button', { name: 'Отменить' }).click()
  await expect(same).not.toBeChecked()
})
