import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { type Box, grow, union } from './geometry.ts'
import { areaBox } from './area-box.ts'
import { makeSeatGrid, type SeatGrid } from './place-grid.ts'
import { makeSeatRows, type SeatRows } from './seat-rows.ts'

/** A plan with what is derived from it once: who is near whom, and who sits in which row. */
export interface House {
  readonly plan: Plan
  readonly grid: SeatGrid
  readonly rows: SeatRows
  /** The extent of everything drawn, plan units: seats with room for row letters, and areas. */
  readonly content: Box
}

/** Room around the outermost seats, in seat radii: a row's label, and a section's name above. */
const ROOM = 4

export function makeHouse(plan: Plan): House {
  const grid = makeSeatGrid(plan)
  const seats = grow(grid.bounds, plan.seatRadius * ROOM)
  const content = plan.areas.map((area) => areaBox(area, plan.seatRadius)).reduce(union, seats)
  return { plan, grid, rows: makeSeatRows(plan), content }
}
