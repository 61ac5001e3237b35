// Finds which sections lie on top of each other: floors of one house drawn at one place.
// Owns the grouping into floors; must never move or change a seat.

import type { DraftSection } from '../plan-import/draft.ts'
import { known } from '../../lib/assert.ts'
import { planLimits } from '../plan-import/limits.ts'
import { makeSeatGrid } from './seat-grid.ts'
import type { Circle, SeatGrid } from './seat-grid.ts'

interface Occupant extends Circle {
  readonly section: number
}

export interface Floors {
  /** For each section of the draft, its floor from 0. Sections of one floor do not overlap. */
  readonly floorOf: readonly number[]
  /** For each section, the first section it lies on, or -1 for those on floor 0. */
  readonly liesOn: readonly number[]
  readonly count: number
}

/**
 * First fit, in file order: a section goes to the lowest floor where none of its seats lies on another
 * section's. So a section that overlaps nothing is on floor 0. Overlaps within one section do not
 * count. From floor `planLimits.floors` on nothing is compared any more: a larger `count` means that there
 * are too many.
 */
export function findFloors(sections: readonly DraftSection[]): Floors {
  const grids: SeatGrid<Occupant>[] = []
  const floorOf: number[] = []
  const liesOn: number[] = []
  for (const [section, { rows }] of sections.entries()) {
    const seats = rows.flatMap((row) => row.seats)
    const { floor, on } = lowestFree(grids, seats)
    if (floor === grids.length) grids.push(makeSeatGrid())
    const grid = known(grids[floor], 'floor grid')
    // Seats that lie on one of their own section are left out: the place is taken anyway, and cells stay small.
    for (const { x, y, radius } of seats) {
      const occupant = { x, y, radius, section }
      if (!grid.hit(occupant)) grid.add(occupant)
    }
    floorOf.push(floor)
    liesOn.push(on)
  }
  return { floorOf, liesOn, count: grids.length }
}

function lowestFree(
  grids: readonly SeatGrid<Occupant>[],
  seats: readonly Circle[],
): { readonly floor: number; readonly on: number } {
  let on = -1
  for (const [floor, grid] of grids.entries()) {
    const taken = firstHit(grid, seats)
    if (!taken || floor === planLimits.floors) return { floor, on }
    if (on < 0) on = taken.section
  }
  return { floor: grids.length, on }
}

function firstHit(grid: SeatGrid<Occupant>, seats: readonly Circle[]): Occupant | null {
  for (const seat of seats) {
    const taken = grid.hit(seat)
    if (taken) return taken
  }
  return null
}
