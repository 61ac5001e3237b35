// Lays standing places out as a block of dots, since they have no positions of their own. Owns how many fit where;
// must never leave a place out.

import type { Circle } from '../seat-plan/seat-grid.ts'
import type { ListedSeat } from './listed-seat.ts'
import type { Offset } from './pretix-parts.ts'

/** Distance between places, in seat radii: half that of seats, so two people stand side by side where one sits. */
const pitchInRadii = 1.2
/** Dot radius as a part of the distance between two places: leaves space between dots. */
export const dotOfPitch = 0.4
/** A block is this many times as wide as it is high, like a floor before a stage. */
const widthOfHeight = 1.6

interface BlockPlace extends Circle {
  readonly listed: ListedSeat
  readonly number: string
  readonly line: number
}

export function blockBox(places: number, pitch: number): { columns: number; width: number; height: number } {
  const columns = Math.ceil(Math.sqrt(places * widthOfHeight))
  return { columns, width: columns * pitch, height: Math.ceil(places / columns) * pitch }
}

/** The places of one line of the list, numbered from 1, about `middle`. */
export function countedBlock(listed: ListedSeat, middle: Offset, seatRadius: number): readonly BlockPlace[] {
  const pitch = seatRadius * pitchInRadii
  const { columns, width, height } = blockBox(listed.places, pitch)
  return Array.from({ length: listed.places }, (_, index) => {
    const line = Math.floor(index / columns)
    return {
      listed,
      number: String(index + 1),
      line,
      radius: pitch * dotOfPitch,
      x: middle.x - width / 2 + ((index % columns) + 0.5) * pitch,
      y: middle.y - height / 2 + (line + 0.5) * pitch,
    }
  })
}
