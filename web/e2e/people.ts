import type { Addresses } from './stack'

/** The users of the demo: its administrator, made by the demo itself, and a member. */
export interface Person {
  email: string
  password: string
}

export const admin: Person = { email: 'demo@example.com', password: 'ninety days of leads' }
export const member: Person = { email: 'member@example.com', password: 'a member of one 1' }

/** The API as its other clients use it: with the operator's key. */
export function operator({ api }: Addresses, key: string) {
  return async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(api + path, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text ? JSON.parse(text) : undefined) as T
  }
}

/** Makes a member of another account than the demo's. */
export async function makeMember(addresses: Addresses, key: string) {
  const call = operator(addresses, key)
  const other = await call<{ id: string }>('POST', '/api/user-accounts', { name: 'Другой клиент' })
  const invited = await call<{ invitation_url: string }>('POST', '/api/users', {
    email: member.email,
    role: 'member',
    account_ids: [other.id],
  })
  const token = invited.invitation_url.split('/').at(-1)
  await call('POST', `/api/invitations/${token}`, { password: member.password })
}
