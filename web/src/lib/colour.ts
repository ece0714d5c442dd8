const dark = '#1a1b1e'
const light = '#ffffff'

/** Relative luminance of #rrggbb, WCAG 2.2. */
function luminance(colour: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function contrast(one: string, other: string) {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** Black or white, the more legible on a background. */
export const readableOn = (ground: string) =>
  contrast(ground, dark) >= contrast(ground, light) ? dark : light
