import { expect, test } from 'vitest'
import { contrast, type Rgb } from './color.ts'
import { type ToneTheme, zoneTones } from './zone-tones.ts'

const light: ToneTheme = {
  isForced: false,
  colors: { free: [0, 121, 90], ink: [27, 29, 33], paper: [249, 250, 252] },
}
const others: Readonly<Record<'light' | 'dark', readonly Rgb[]>> = {
  light: [
    [166, 106, 0],
    [139, 144, 151],
    [0, 95, 153],
  ],
  dark: [
    [240, 180, 41],
    [111, 117, 125],
    [86, 180, 233],
  ],
}
const dark: ToneTheme = {
  isForced: false,
  colors: { free: [53, 199, 156], ink: [234, 236, 239], paper: [14, 16, 19] },
}
/** The demo's own colours, and the palest and the darkest that a plan may have. */
const zones: readonly Rgb[] = [
  [142, 74, 168],
  [47, 111, 176],
  [47, 133, 100],
  [176, 96, 32],
  [192, 57, 107],
  [255, 255, 190],
  [0, 0, 0],
]

const apart = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

test('[L2] no zone of the demo makes a free seat look held, sold or one’s own', () => {
  for (const [name, theme] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    for (const tone of zoneTones(zones.slice(0, 5), theme)) {
      for (const other of others[name]) expect(apart(tone, other)).toBeGreaterThan(24)
    }
  }
})

test.each([
  ['light', light],
  ['dark', dark],
])('[L2] in %s every zone is seen, at least 3 to 1 against paper, and no two are one colour', (_, theme) => {
  const tones = zoneTones(zones, theme)
  for (const tone of tones) expect(contrast(tone, theme.colors.paper)).toBeGreaterThanOrEqual(3)
  for (const [at, tone] of tones.entries()) {
    for (const other of tones.slice(at + 1)) expect(apart(tone, other)).toBeGreaterThan(20)
  }
})

test('one zone, and forced colours, leave a free seat its plain colour', () => {
  expect(zoneTones(zones.slice(0, 1), light)).toEqual([light.colors.free])
  expect(zoneTones(zones, { ...light, isForced: true })).toEqual(zones.map(() => light.colors.free))
})
