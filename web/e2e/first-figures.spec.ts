import type { Page, Request, Route } from '@playwright/test'
import { expect, test } from './browser'

const mostBytes = 350_000

/**
 * Holds the answers of the API until it is told to let those out that are asked for by then: what needs the answer to another comes in a
 * later round, however fast the machine is.
 */
class Rounds {
  readonly asked: string[] = []
  private waiting: Route[] = []

  static async of(page: Page) {
    const rounds = new Rounds()
    await page.route('**/api/**', (route) => {
      rounds.waiting.push(route)
      rounds.asked.push(pathOf(route))
    })
    return rounds
  }

  /** Once this is asked for, answers what waits, or only this. */
  async next(isExpected: (path: string) => boolean, isAlone = false) {
    await expect.poll(() => this.waiting.map(pathOf).some(isExpected)).toBe(true)
    const round = this.waiting
    this.waiting = []
    await Promise.all(
      round.filter((route) => !isAlone || isExpected(pathOf(route))).map((route) => route.continue()),
    )
  }
}

const pathOf = (route: Route) => new URL(route.request().url()).pathname
const isSummary = (path: string) => path.endsWith('/summary')

test('the overview has its first figures after three rounds of requests and 350 KB', async ({
  page,
  account,
}) => {
  const finished: Request[] = []
  page.on('requestfinished', (request) => finished.push(request))
  const rounds = await Rounds.of(page)
  await page.goto(`/a/${account}/overview`, { waitUntil: 'commit' })
  await rounds.next((path) => path.endsWith('/session'))
  await rounds.next((path) => path.endsWith(account))
  await rounds.next(isSummary, true)

  await expect(page.locator('main').getByText('Лиды', { exact: true })).toBeVisible()
  expect(rounds.asked.filter(isSummary), rounds.asked.join(' ')).toHaveLength(1)
  const sizes = await Promise.all(finished.map((request) => request.sizes()))
  expect(sizes.reduce((sum, size) => sum + size.responseBodySize, 0)).toBeLessThan(mostBytes)
})
