import { mkdirSync } from 'node:fs'
import { makeMember, operator } from './people'
import { type Addresses, demo, fresh, keepNotes, Stack } from './stack'

/** Starts the demo and a fresh service; both end with the tests. */
export default async function start() {
  mkdirSync(new URL('../test-results', import.meta.url), { recursive: true })
  const stacks: Stack[] = []
  const stop = async () => {
    await Promise.all(stacks.map((stack) => stack.stop()))
  }
  try {
    const begin = async (addresses: Addresses) => {
      const stack = await Stack.start(addresses)
      stacks.push(stack)
      return stack
    }
    const seeded = begin(demo).then(async (stack) => {
      await stack.seed()
      return stack
    })
    const unused = begin(fresh)
    await Promise.allSettled([seeded, unused]) // of both, so that what has started can be stopped
    const full = await seeded
    const empty = await unused
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
