/** Red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number]

export function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`
}

/** `share` of the first, the rest of the second. */
export function mix(first: Rgb, second: Rgb, share: number): Rgb {
  const part = (channel: 0 | 1 | 2) => Math.round(first[channel] * share + second[channel] * (1 - share))
  return [part(0), part(1), part(2)]
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** The choice with the best contrast on a ground. */
export function mostReadable(choices: readonly Rgb[], ground: Rgb): Rgb {
  return choices.reduce((best, next) => (contrast(next, ground) > contrast(best, ground) ? next : best))
}

/** Relative luminance of WCAG 2.2 (sRGB, IEC 61966-2-1). */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(channel: number): number {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
