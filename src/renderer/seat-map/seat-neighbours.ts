// Where the keyboard goes from a seat: by geometry, as the eye would, never by number.
// Owns the moves; must never know which seats are free, nor draw. Pure.

import type { SeatId } from '../../shared/domain/ids.ts'
import { boxAround, type Point } from './geometry.ts'
import type { House } from './house.ts'
import { eachIn } from './place-grid.ts'
import { sectionOf } from './seat-rows.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const steps: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

/** Distance across the direction counts double: the eye would rather jump an aisle than change the row. */
const SIDEWAYS_COST = 2
/** Seats of the same row count half, however the row bends: a curved row is one line to walk. */
const ROW_PULL = 0.5
/**
 * Widest deviation from the requested direction, sideways per forward. To another row about 60 degrees. Along one's own row 80,
 * the end of a horseshoe. Up and down within one's own row 27, that is, only where the row itself runs that way: the ends of a
 * bent front row are not rows in front of it.
 */
const WIDEST_TURN = { otherRow: 1.75, alongRow: 5.7, upOwnRow: 0.5 } as const
/** The first search reaches this far, in seat radii (the next two seats), and each further one twice as far, over aisles and gangways. */
const FIRST_LOOK_RADII = 6

/** The next seat in a direction; the seat itself at the edge of the house. */
export function seatTowards(house: House, from: SeatId, direction: Direction): SeatId {
  const {
    plan,
    grid: { bounds },
  } = house
  const farthest = Math.hypot(bounds.right - bounds.left, bounds.bottom - bounds.top) + plan.seatRadius
  for (let reach = plan.seatRadius * FIRST_LOOK_RADII; ; reach *= 2) {
    const best = cheapestWithin(house, from, direction, reach)
    if (best !== null) return best
    if (reach > farthest) return from
  }
}

/** Home and End: the row's outermost seat on that side. */
export function rowEnd({ rows }: House, from: SeatId, side: 'left' | 'right'): SeatId {
  const seats = rows.seatsOfRow[rows.plan.row[from] ?? 0]
  return seats?.at(side === 'left' ? 0 : -1) ?? from
}

/** PageUp and PageDown: the nearest seat of the section before or after; the seat itself when there is none. */
export function seatInNextSection({ rows }: House, from: SeatId, by: 1 | -1): SeatId {
  const { plan, rowsOfSection, seatsOfRow } = rows
  let section = sectionOf(plan, from) + by
  while (rowsOfSection[section]?.length === 0) section += by
  const seats = (rowsOfSection[section] ?? []).flatMap((row) => seatsOfRow[row] ?? [])
  const start = { x: plan.x[from] ?? 0, y: plan.y[from] ?? 0 }
  const far = (seat: SeatId) => Math.hypot((plan.x[seat] ?? 0) - start.x, (plan.y[seat] ?? 0) - start.y)
  return seats.reduce((best, seat) => (best === from || far(seat) < far(best) ? seat : best), from)
}

/** Exact up to `reach`: a costlier result may be beaten by a seat outside the box, and is left for the next search. */
function cheapestWithin(
  { plan, grid }: House,
  from: SeatId,
  direction: Direction,
  reach: number,
): SeatId | null {
  const start = { x: plan.x[from] ?? 0, y: plan.y[from] ?? 0 }
  let best: SeatId | null = null
  let least = reach
  // The row's pull halves the cost, so the search covers twice the reach.
  eachIn(grid, boxAround(start, reach / ROW_PULL), (seat) => {
    const by = { x: (plan.x[seat] as number) - start.x, y: (plan.y[seat] as number) - start.y }
    const isSameRow = plan.row[seat] === plan.row[from]
    const cost = costOf(by, direction, isSameRow)
    if (cost >= least) return
    least = cost
    best = seat
  })
  return best
}

function costOf(by: Point, direction: Direction, isSameRow: boolean): number {
  const step = steps[direction]
  const isAlong = step.y === 0
  const ahead = by.x * step.x + by.y * step.y
  const aside = Math.abs(by.x * step.y) + Math.abs(by.y * step.x)
  const widest = isSameRow ? (isAlong ? WIDEST_TURN.alongRow : WIDEST_TURN.upOwnRow) : WIDEST_TURN.otherRow
  if (ahead <= 0 || aside > ahead * widest) return Infinity
  return isSameRow && isAlong ? Math.hypot(ahead, aside) * ROW_PULL : ahead + aside * SIDEWAYS_COST
}
