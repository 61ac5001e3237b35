// The colour of a free seat that is too small to show its price zone's edge: "free" first, then leaning towards the zone's
// colour. Owns how far it leans.
// Must never be too pale to be seen against the page, nor lean with forced colours.

import { contrast, mix, type Rgb } from './color.ts'
import { clamp } from './geometry.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'

/** More than half, so that two zones can be told apart at one pixel per seat; what is left of the green still says free. */
const LEAN = 0.62
/** Opposite hues mix to grey, and grey means sold: the saturation that is left is multiplied by this. */
const VIVID = 1.7
/** Minimum contrast against the ground (WCAG 2.2, 1.4.11). */
const SEEN = 3
/** Step size towards the page's ink until that contrast is reached: small, to keep as much of the hue as possible. */
const STEP = 0.1

/** One colour per zone, in the plan's order; the plain colour of free if there is one zone only, or with forced colours. */
export function zoneTones(zones: readonly Rgb[], { colors, isForced }: ToneTheme): readonly Rgb[] {
  if (isForced || zones.length < 2) return zones.map(() => colors.free)
  return zones.map((zone) => readable(vivid(mix(zone, colors.free, LEAN)), colors))
}

export type ToneTheme = Pick<SeatMapTheme, 'isForced'> & {
  readonly colors: Pick<SeatMapTheme['colors'], 'free' | 'ink' | 'paper'>
}

function vivid([red, green, blue]: Rgb): Rgb {
  const grey = (red + green + blue) / 3
  const away = (channel: number) => Math.round(clamp(grey + (channel - grey) * VIVID, 0, 255))
  return [away(red), away(green), away(blue)]
}

function readable(tone: Rgb, { ink, paper }: ToneTheme['colors']): Rgb {
  let share = 0
  let seen = tone
  while (contrast(seen, paper) < SEEN && share < 1) {
    share += STEP
    seen = mix(ink, tone, Math.min(1, share))
  }
  return seen
}
