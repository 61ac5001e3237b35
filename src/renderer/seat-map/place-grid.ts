// Which seats (or labels) are near a point: a uniform grid over typed arrays, built once.
// Owns positions only; must never know states, pixels or focus.

import type { SeatId } from '../../shared/domain/ids.ts'
import { type Plan, isGone } from '../../shared/domain/seat-plan/plan.ts'
import { type Box, clamp, type Point } from './geometry.ts'

/** Points as arrays of coordinates; a plan is one. */
export type Places = Pick<Plan, 'count' | 'x' | 'y' | 'seatRadius' | 'width' | 'height'>

/** A cell's side in seat radii: about nine seats per cell, so that both a tap and a tile visit few seats they do not need. */
const CELL_RADII = 8
/** Most cells allowed: a plan with two seats a mile apart must not allocate cells for the whole mile. */
const MOST_CELLS = 1 << 18

export interface PlaceGrid<Id extends number = number> {
  readonly places: Places
  /** The bounds of the places; if there are none, those of the drawing. */
  readonly bounds: Box
  readonly cell: number
  readonly columns: number
  readonly rows: number
  /** The ids of cell c are ids[starts[c]] up to, but not including, ids[starts[c + 1]]. */
  readonly starts: Uint32Array
  readonly ids: ArrayLike<Id>
}

export type SeatGrid = PlaceGrid<SeatId>

export function makeSeatGrid(plan: Plan): SeatGrid {
  return makePlaceGrid<SeatId>(plan, presentIn(plan))
}

/** [L4] Seats of earlier versions still have ids, but no place on the map. */
function presentIn(plan: Plan): Uint32Array {
  return Uint32Array.from(plan.x.keys()).filter((seat) => !isGone(plan, seat))
}

/** `present`: the places that can be found; all if omitted. */
export function makePlaceGrid<Id extends number>(
  places: Places,
  present: Uint32Array = Uint32Array.from({ length: places.count }, (_, id) => id),
): PlaceGrid<Id> {
  const bounds = boundsOf(places, present)
  const width = bounds.right - bounds.left
  const height = bounds.bottom - bounds.top
  const cell = Math.max(places.seatRadius * CELL_RADII, Math.sqrt((width * height) / MOST_CELLS))
  const columns = Math.floor(width / cell) + 1
  const rows = Math.floor(height / cell) + 1
  const shape = { places, bounds, cell, columns, rows }
  return { ...shape, ...sortIntoCells<Id>(shape, present) }
}

/** Calls `visit` for every place in the box, edges included, in the plan's order within each cell. */
export function eachIn<Id extends number>(grid: PlaceGrid<Id>, box: Box, visit: (id: Id) => void): void {
  const { places, starts, ids } = grid
  const [fromColumn, fromRow] = cellAt(grid, box.left, box.top)
  const [toColumn, toRow] = cellAt(grid, box.right, box.bottom)
  for (let row = fromRow; row <= toRow; row += 1) {
    const first = row * grid.columns
    const end = starts[first + toColumn + 1] ?? 0
    for (let place = starts[first + fromColumn] ?? 0; place < end; place += 1) {
      const id = ids[place] as Id
      const x = places.x[id] as number
      const y = places.y[id] as number
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) visit(id)
    }
  }
}

/** The nearest place within `reach` (plan units). */
export function nearest<Id extends number>(grid: PlaceGrid<Id>, at: Point, reach: number): Id | null {
  const box = { left: at.x - reach, top: at.y - reach, right: at.x + reach, bottom: at.y + reach }
  let found: Id | null = null
  let least = reach * reach
  eachIn(grid, box, (id) => {
    const dx = (grid.places.x[id] as number) - at.x
    const dy = (grid.places.y[id] as number) - at.y
    const distance = dx * dx + dy * dy
    if (distance > least) return
    least = distance
    found = id
  })
  return found
}

function boundsOf({ x, y, width, height }: Places, present: Uint32Array): Box {
  if (present.length === 0) return { left: 0, top: 0, right: width, bottom: height }
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const id of present) {
    box.left = Math.min(box.left, x[id] as number)
    box.right = Math.max(box.right, x[id] as number)
    box.top = Math.min(box.top, y[id] as number)
    box.bottom = Math.max(box.bottom, y[id] as number)
  }
  return box
}

type Shape = Omit<PlaceGrid, 'starts' | 'ids'>

function cellAt({ bounds, cell, columns, rows }: Shape, x: number, y: number): readonly [number, number] {
  return [
    clamp(Math.floor((x - bounds.left) / cell), 0, columns - 1),
    clamp(Math.floor((y - bounds.top) / cell), 0, rows - 1),
  ]
}

/** A counting sort: the plan's order survives within a cell. */
function sortIntoCells<Id extends number>(
  shape: Shape,
  present: Uint32Array,
): Pick<PlaceGrid<Id>, 'starts' | 'ids'> {
  const { count, x, y } = shape.places
  const cellOf = new Uint32Array(count)
  const starts = new Uint32Array(shape.columns * shape.rows + 1)
  for (const id of present) {
    const [column, row] = cellAt(shape, x[id] as number, y[id] as number)
    const cell = row * shape.columns + column
    cellOf[id] = cell
    starts[cell + 1] = (starts[cell + 1] as number) + 1
  }
  for (let cell = 1; cell < starts.length; cell += 1) {
    starts[cell] = (starts[cell] as number) + (starts[cell - 1] as number)
  }
  const next = starts.slice()
  const ids = new Uint32Array(present.length)
  for (const id of present) {
    const cell = cellOf[id] as number
    ids[next[cell] as number] = id
    next[cell] = (next[cell] as number) + 1
  }
  return { starts, ids: ids as unknown as ArrayLike<Id> }
}
