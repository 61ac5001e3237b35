import { mix, type Rgb } from './color.ts'
import type { ColorName, SeatMapTheme } from './seat-map-theme.ts'

/** How much colour is kept on a seat that is not searched for: its state can still be told, its number only from near. */
const KEPT = 0.28
/** Grounds stay what they are: only what is drawn on them fades. */
const grounds: ReadonlySet<ColorName> = new Set(['paper', 'panel'])

/** The same theme, faded into the paper; with forced colours, in the system's colour for disabled things. */
export function dimmedTheme(theme: SeatMapTheme): SeatMapTheme {
  const { colors, isForced } = theme
  const faded = (name: ColorName): Rgb => {
    if (grounds.has(name)) return colors[name]
    return isForced ? colors.blocked : mix(colors[name], colors.paper, KEPT)
  }
  const names = Object.keys(colors) as ColorName[]
  const all = Object.fromEntries(names.map((name) => [name, faded(name)])) as Record<ColorName, Rgb>
  return { ...theme, colors: all }
}
