import { type Box, grow, scaleBox } from './geometry.ts'
import { eachIn, type SeatGrid } from './place-grid.ts'
import type { SeatLevel } from './seat-level.ts'

/** A word's reach is two lines high, and its letters stand in the middle half of it. */
const AIR = 1 / 4

/**
 * Whether letters that reach over `box` (device px) would lie on a seat. The dots of a standing area are drawn over its word on
 * purpose.
 */
export function isOnSeats(
  { left, top, right, bottom }: Box,
  { scale, seatSize, dots }: Pick<SeatLevel, 'scale' | 'seatSize'> & WordDots,
  grid: SeatGrid,
): boolean {
  const air = (bottom - top) * AIR
  const letters = { left, top: top + air, right, bottom: bottom - air }
  let isOn = false
  eachIn(grid, scaleBox(grow(letters, seatSize / 2), 1 / scale), (seat) => {
    if (dots?.isDot[seat] !== 1) isOn = true
  })
  return isOn
}

interface WordDots {
  readonly dots: Pick<NonNullable<SeatLevel['dots']>, 'isDot'> | null
}
