import { mkdirSync } from 'node:fs'
import { makeMember, operator } from './people'
import { demo, fresh, keepNotes, Stack } from './stack'

/** Starts the demo and a fresh service; both end with the tests. */
export default async function start() {
  mkdirSync(new URL('../test-results', import.meta.url), { recursive: true })
  const stacks: Stack[] = []
  const stop = async () => {
    await Promise.all(stacks.map((stack) => stack.stop()))
  }
  try {
    const full = await Stack.start(demo)
    stacks.push(full)
    const empty = await Stack.start(fresh)
    stacks.push(empty)
    await full.seed()
    const { items } = await operator(demo, full.adminKey)<{ items: { id: string }[] }>(
      'GET',
      '/api/user-accounts',
    )
    await makeMember(demo, full.adminKey)
    keepNotes({ demoKey: full.adminKey, freshKey: empty.adminKey, account: items[0]?.id ?? '' })
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}
