const parents = ['amocrm.ru', 'amocrm.com', 'kommo.com']

/**
 * The bare host that the API takes, of what people paste: an address of any page of their amoCRM, or the subdomain alone.
 * What is neither is left as it is: the API says what is wrong with it.
 */
export function asAmoDomain(typed: string) {
  const text = typed.trim().toLowerCase()
  const host = text
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d+$/, '')
    .replace(/\.$/, '')
  if (/^[a-z0-9-]+$/.test(host)) return `${host}.${parents[0]}`
  return parents.some((parent) => host.endsWith(`.${parent}`)) ? host : text
}
