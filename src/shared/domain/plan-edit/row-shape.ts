// Where the seats of a row are: on a straight line or on an arc, with one pitch between them. Owns this geometry; must never know names,
// sections or prices.

import type { Offset } from '../plan-import/pretix-parts.ts'

export interface RowShape {
  readonly seats: number
  /** From centre to centre along the row, plan units. */
  readonly pitch: number
  /** Degrees that the whole row turns through: 0 is straight, above zero bends the ends towards the stage, below zero away from it. */
  readonly curve: number
}

/** Seat centres from left to right; (x, y) is the middle of the row. */
export function layRow({ x, y }: Offset, { seats, pitch, curve }: RowShape): readonly Offset[] {
  const angle = (curve * Math.PI) / 180
  const radius = (seats * pitch) / angle
  return Array.from({ length: seats }, (_, index) => {
    const along = (index - (seats - 1) / 2) * pitch
    if (angle === 0) return { x: x + along, y }
    const turn = along / radius
    return { x: x + radius * Math.sin(turn), y: y - radius * (1 - Math.cos(turn)) }
  })
}
