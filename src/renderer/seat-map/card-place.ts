// Where a card of a given size is placed beside a seat: below or above it, or in a low map at its side. Owns the calculation;
// must never leave the map, nor cover the seat while there is room beside it.

import type { Viewport } from './camera.ts'
import { type Box, clamp } from './geometry.ts'

/** CSS px: the width of a price list's line, and the usual spacing from seat and edge. */
const WIDTH_PX = 288
const OFF_PX = 12
/** Room for the seat's description and its first two prices. */
const LEAST_PX = 168
/** Room for the seat's description only; the rest scrolls. Used where there is no room beside the seat either. */
const NARROW_PX = 84

type Edge = 'left' | 'top' | 'bottom' | 'width' | 'maxHeight'
export type CardPlace = Readonly<Partial<Record<Edge, string>>>

export function placeBeside(seat: Box, map: Viewport): CardPlace {
  const width = Math.min(WIDTH_PX, map.width - 2 * OFF_PX)
  const isUpper = seat.top + seat.bottom < map.height
  const room = isUpper ? map.height - seat.bottom : seat.top
  const isLeft = seat.left + seat.right < map.width
  const aside = isLeft ? map.width - seat.right : seat.left
  const fitsAside = aside >= width + 2 * OFF_PX
  if (room < LEAST_PX + 2 * OFF_PX && fitsAside) {
    const left = isLeft ? seat.right + OFF_PX : seat.left - OFF_PX - width
    return pixels({ left, width, top: OFF_PX, maxHeight: map.height - 2 * OFF_PX })
  }
  const middle = (seat.left + seat.right - width) / 2
  const left = clamp(middle, OFF_PX, Math.max(OFF_PX, map.width - width - OFF_PX))
  const off = clamp(map.height - room + OFF_PX, OFF_PX, Math.max(OFF_PX, map.height - NARROW_PX - OFF_PX))
  const height = { maxHeight: map.height - off - OFF_PX }
  return pixels(isUpper ? { left, width, ...height, top: off } : { left, width, ...height, bottom: off })
}

function pixels(place: Readonly<Partial<Record<Edge, number>>>): CardPlace {
  return Object.fromEntries(Object.entries(place).map(([edge, px]) => [edge, `${px}px`]))
}
