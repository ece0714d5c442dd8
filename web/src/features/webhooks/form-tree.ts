/** A form of amoCRM as the tree that its bracketed names spell: `leads[status][0][id]=5`. */
export type FormTree = string | { [name: string]: FormTree }

const mostFields = 5_000

/** Null when the body is no form. Later values of a name win, as with amoCRM's own readers. */
export function readForm(body: string): FormTree | null {
  if (!body.includes('=')) return null
  const tree: { [name: string]: FormTree } = Object.create(null)
  let fields = 0
  for (const [name, value] of new URLSearchParams(body)) {
    if (++fields > mostFields) break
    place(tree, path(name), value)
  }
  return tree
}

function path(name: string) {
  const bracket = name.indexOf('[')
  if (bracket < 0) return [name]
  const inner = [...name.slice(bracket).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')
  return [name.slice(0, bracket), ...inner]
}

function place(tree: { [name: string]: FormTree }, [first = '', ...rest]: string[], value: string) {
  if (rest.length === 0) {
    tree[first] = value
    return
  }
  const known = tree[first]
  const branch: { [name: string]: FormTree } = typeof known === 'object' ? known : Object.create(null)
  tree[first] = branch
  place(branch, rest, value)
}
