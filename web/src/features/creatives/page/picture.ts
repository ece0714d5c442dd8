/**
 * The address of a picture that this page may show: the security headers allow those of the service itself alone, so that
 * no ad platform learns who looks at figures.
 */
export function pictureAt(url: string | null, origin: string) {
  if (!url || !URL.canParse(url)) return undefined
  const address = new URL(url)
  return address.origin === origin && /\.(png|jpe?g|gif|webp|avif|svg)$/i.test(address.pathname)
    ? address.href
    : undefined
}
