import type { Page, Request, Route } from '@playwright/test'
import { expect, test } from './browser'

const mostBytes = 350_000

/**
 * Lets the answers of the API out round by round: those that are asked for together, once the page asks for nothing more. What needs
 * the answer to another comes in a later round, however fast the machine is.
 */
class Rounds {
  readonly asked: string[][] = []
  private waiting: Route[] = []

  static async of(page: Page) {
    const rounds = new Rounds()
    await page.route('**/api/**', (route) => void rounds.waiting.push(route))
    return rounds
  }

  /** Answers what waits, or only what is wanted of it. */
  async next(page: Page, isWanted: (path: string) => boolean = () => true) {
    await expect.poll(() => this.waiting.length).toBeGreaterThan(0)
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
    const round = this.waiting
    this.waiting = []
    this.asked.push(round.map(pathOf))
    await Promise.all(round.filter((route) => isWanted(pathOf(route))).map((route) => route.continue()))
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
  await rounds.next(page)
  await rounds.next(page)
  await rounds.next(page, isSummary)

  await expect(page.getByText('Лиды', { exact: true }).first()).toBeVisible()
  expect(rounds.asked.flat().filter(isSummary), JSON.stringify(rounds.asked)).toHaveLength(1)
  const sizes = await Promise.all(finished.map((request) => request.sizes()))
  expect(sizes.reduce((sum, size) => sum + size.responseBodySize, 0)).toBeLessThan(mostBytes)
})
