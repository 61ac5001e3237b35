import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paperColour } from './paper-colour.ts'

const tokens = readFileSync(join(import.meta.dirname, '../../renderer/ui/tokens.css'), 'utf8')

/** From OKLCH to sRGB, as in CSS Color 4. */
function hex(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
  const bytes = linear.map((part) =>
    Math.round(255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055)),
  )
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

test('[6.4] the window has the page’s colour before the page is drawn, light and dark', () => {
  const [, ...numbers] =
    /--paper: light-dark\(oklch\(([\d.]+) ([\d.]+) ([\d.]+)\), oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)\)/.exec(
      tokens,
    ) ?? []
  const [l = 0, c = 0, h = 0, l2 = 0, c2 = 0, h2 = 0] = numbers.map(Number)
  expect(numbers).toHaveLength(6)
  expect(paperColour).toEqual({ light: hex(l, c, h), dark: hex(l2, c2, h2) })
})
