/** Makes one of each kind: a format of Intl costs more than the row of a table that is written with it. */
export function kept<Kind extends readonly (string | number | undefined)[], T extends object>(
  make: (...kind: Kind) => T,
) {
  const made = new Map<string, T>()
  return (...kind: Kind): T => {
    const key = kind.join(' ')
    const known = made.get(key)
    if (known) return known
    const one = make(...kind)
    made.set(key, one)
    return one
  }
}
