// Finds which circle already lies where a new one would, without comparing all with all.
// Owns the grid and what "overlap" means; must never know sections, rows or files.

export interface Circle {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Circles that touch do not overlap: 2 % of the distance allows for rounding in files and Float32 columns. */
const touching = 0.98

/** Cells per column of the grid: far more than any canvas has, while keys stay exact integers. */
const columnSpan = 2 ** 25

/** Circles with a radius of at most `reach`, in cells of twice that: a cell holds only few circles that do not overlap. */
interface Level<C> {
  readonly reach: number
  readonly cells: Map<number, C[]>
}

export interface SeatGrid<C extends Circle> {
  /** Adds a circle, overlapping or not. */
  add(circle: C): void
  /** The first circle found that overlaps `circle`, or null. */
  hit(circle: Circle): C | null
}

/** True when two seats overlap by more than drawing tolerance. Plan units. */
export function overlaps(a: Circle, b: Circle): boolean {
  const reach = (a.radius + b.radius) * touching
  const dx = a.x - b.x
  const dy = a.y - b.y
  return dx * dx + dy * dy < reach * reach
}

/** One grid per power of two of the radius, so that one huge seat cannot make the cells of all others huge. */
export function makeSeatGrid<C extends Circle>(): SeatGrid<C> {
  const levels = new Map<number, Level<C>>()
  return {
    add(circle) {
      const { cells, reach } = levelOf(levels, circle.radius)
      const key = cellKey(Math.floor(circle.x / (2 * reach)), Math.floor(circle.y / (2 * reach)))
      const cell = cells.get(key)
      if (cell) cell.push(circle)
      else cells.set(key, [circle])
    },
    hit(circle) {
      for (const level of levels.values()) {
        const found = hitInLevel(level, circle)
        if (found) return found
      }
      return null
    },
  }
}

function levelOf<C>(levels: Map<number, Level<C>>, radius: number): Level<C> {
  const exponent = Math.max(0, Math.ceil(Math.log2(radius)))
  const known = levels.get(exponent)
  if (known) return known
  const level: Level<C> = { reach: 2 ** exponent, cells: new Map() }
  levels.set(exponent, level)
  return level
}

function hitInLevel<C extends Circle>({ cells, reach }: Level<C>, circle: Circle): C | null {
  const far = (circle.radius + reach) * touching
  const size = 2 * reach
  const lastColumn = Math.floor((circle.x + far) / size)
  const lastLine = Math.floor((circle.y + far) / size)
  for (let column = Math.floor((circle.x - far) / size); column <= lastColumn; column++)
    for (let line = Math.floor((circle.y - far) / size); line <= lastLine; line++) {
      const found = cells.get(cellKey(column, line))?.find((other) => overlaps(circle, other))
      if (found) return found
    }
  return null
}

function cellKey(column: number, line: number): number {
  return column * columnSpan + line + columnSpan / 2
}
