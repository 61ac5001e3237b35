// The map's colours and font, read from the page's own tokens. Owns the names of those tokens.
// Must never hold a colour of its own: light, dark, high contrast and forced colours all come from CSS.

import { known } from '../../shared/lib/assert.ts'
import { contrast, luminance, mostReadable, type Rgb } from './color.ts'

const tokens = {
  free: '--seat-free',
  mine: '--seat-mine',
  held: '--seat-held',
  sold: '--seat-sold',
  blocked: '--seat-blocked',
  ladies: '--seat-ladies',
  problem: '--seat-problem',
  ink: '--ink',
  quietInk: '--quiet-ink',
  paper: '--paper',
  panel: '--panel',
  hairline: '--hairline',
  accent: '--accent',
} as const

export type ColorName = keyof typeof tokens

/** With forced colours only the shapes tell states apart; the system's palette keeps them visible. */
const forcedColors: Readonly<Record<ColorName, string>> = {
  free: 'CanvasText',
  mine: 'Highlight',
  held: 'CanvasText',
  sold: 'GrayText',
  blocked: 'GrayText',
  ladies: 'CanvasText',
  problem: 'Mark',
  ink: 'CanvasText',
  quietInk: 'CanvasText',
  paper: 'Canvas',
  panel: 'Canvas',
  hairline: 'GrayText',
  accent: 'Highlight',
}

export interface SeatMapTheme {
  readonly colors: Readonly<Record<ColorName, Rgb>>
  /** A CSS font-family list. */
  readonly font: string
  readonly isForced: boolean
  readonly isDark: boolean
  /** Converts any CSS colour of a plan; black if it is not a valid one. */
  readonly rgbOf: (color: string) => Rgb
}

/** Text on a filled seat must reach this against it (WCAG 2.2, 1.4.3). */
const READABLE = 4.5

/** Reads the colours as they apply at `host`, so that a dark panel in a light page draws dark seats. */
export function readTheme(host: HTMLElement): SeatMapTheme {
  const isForced = matchMedia('(forced-colors: active)').matches
  const probe = host.appendChild(document.createElement('span'))
  probe.style.cssText = 'position: absolute; visibility: hidden; forced-color-adjust: none'
  const rgbOf = makeColorReader()
  const read = (name: ColorName): Rgb => {
    probe.style.color = isForced ? forcedColors[name] : `var(${tokens[name]})`
    return rgbOf(getComputedStyle(probe).color)
  }
  const names = Object.keys(tokens) as ColorName[]
  const colors = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<ColorName, Rgb>
  const font = getComputedStyle(probe).fontFamily
  probe.remove()
  return { colors, font, isForced, isDark: luminance(colors.paper) < luminance(colors.ink), rgbOf }
}

/** The quietest of the page's ink colours that is readable on that ground. */
export function inkOn({ colors }: SeatMapTheme, ground: Rgb): Rgb {
  const inks = [colors.quietInk, colors.ink, colors.paper]
  return inks.find((ink) => contrast(ink, ground) >= READABLE) ?? mostReadable(inks, ground)
}

/** Lets the browser itself parse `oklch()` and the like, by drawing on a one-pixel canvas. */
function makeColorReader(): (color: string) => Rgb {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const pen = known(canvas.getContext('2d', { willReadFrequently: true }), '2d context')
  return (color) => {
    // A translucent colour (a system's highlight may be) is then read as itself, not blended with the previous one.
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = '#000'
    pen.fillStyle = color
    pen.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data
    return [red, green, blue]
  }
}
