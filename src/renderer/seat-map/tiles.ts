// Pieces of the drawn plan, kept so that a pan only copies them. Owns their memory and keeping them up to date.
// Must never draw a seat itself, nor paint more tiles per frame than it is allowed.

import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { type Box, boxAround, grow, intersects, roundOut, scaleBox } from './geometry.ts'
import type { PlanPainter } from './plan-painter.ts'
import { makeSheet } from './sheet.ts'
import { Recent } from './recent.ts'
import type { SeatLevel } from './seat-level.ts'

/** Device px: 1 MB each; painted in 2 to 6 ms without a GPU, and about six cover a 1280 × 800 window. */
const TILE = 512
/** Tiles kept at least: 64 MB, the window at three or four zooms. More only where one screenful needs it. */
const LEAST_KEPT = 64
/** If more seats than this have changed in one tile, painting the whole tile is cheaper than so many pieces. */
const MOST_PIECES = 48

export interface Cell {
  readonly column: number
  readonly row: number
}

interface Tile extends Cell {
  readonly level: SeatLevel
  readonly pen: CanvasRenderingContext2D
  /** Level px. */
  readonly box: Box
  isStale: boolean
}

/** How level px map to the screen: `screen = level × stretch − offset`, in device px. */
export interface Projection {
  readonly stretch: number
  readonly offsetX: number
  readonly offsetY: number
}

export interface TilesTerms {
  readonly plan: Plan
  readonly painter: PlanPainter
}

export class Tiles {
  readonly #terms: TilesTerms
  readonly #spare: CanvasRenderingContext2D[] = []
  readonly #tiles = new Recent<string, Tile>(LEAST_KEPT, (tile) => this.#spare.push(tile.pen))

  constructor(terms: TilesTerms) {
    this.#terms = terms
  }

  /** Cells that cover the box (level px), the middle ones first. */
  cellsOf(level: SeatLevel, box: Box): Cell[] {
    const content = scaleBox(this.#terms.painter.reach(level), 1 / TILE)
    const wanted = scaleBox(box, 1 / TILE)
    const cells: Cell[] = []
    for (let row = first(wanted.top, content.top); row < end(wanted.bottom, content.bottom); row += 1) {
      for (
        let column = first(wanted.left, content.left);
        column < end(wanted.right, content.right);
        column += 1
      ) {
        cells.push({ column, row })
      }
    }
    const middle = { column: (wanted.left + wanted.right - 1) / 2, row: (wanted.top + wanted.bottom - 1) / 2 }
    const away = (cell: Cell) => Math.hypot(cell.column - middle.column, cell.row - middle.row)
    return cells.toSorted((a, b) => away(a) - away(b))
  }

  isThere(level: SeatLevel, cell: Cell): boolean {
    return this.#tiles.peek(keyOf(level, cell)) !== undefined
  }

  isFresh(level: SeatLevel, cell: Cell): boolean {
    return this.#tiles.peek(keyOf(level, cell))?.isStale === false
  }

  /** Keeps room for two screenfuls of `count` tiles, so that painting the second half never drops the first. */
  makeRoomFor(count: number): void {
    this.#tiles.limit = Math.max(LEAST_KEPT, 2 * count)
  }

  paint(level: SeatLevel, cell: Cell): void {
    const key = keyOf(level, cell)
    const tile = this.#tiles.use(key) ?? this.#makeTile(level, cell)
    tile.isStale = false
    this.#paintPiece(tile, tile.box)
    this.#tiles.keep(key, tile)
  }

  /** Copies what has been painted of these cells to the screen. */
  draw(pen: CanvasRenderingContext2D, level: SeatLevel, cells: readonly Cell[], by: Projection): void {
    for (const cell of cells) {
      const tile = this.#tiles.use(keyOf(level, cell))
      if (!tile) continue
      // Edges are rounded, not sizes: neighbours always meet, and at stretch 1 the pixels are copied unchanged.
      const left = Math.round(tile.box.left * by.stretch - by.offsetX)
      const top = Math.round(tile.box.top * by.stretch - by.offsetY)
      const right = Math.round(tile.box.right * by.stretch - by.offsetX)
      const bottom = Math.round(tile.box.bottom * by.stretch - by.offsetY)
      pen.drawImage(tile.pen.canvas, left, top, right - left, bottom - top)
    }
  }

  /** Redraws changed seats in the tiles of `current`, piece by piece; the tiles of other levels when they are next used. */
  touch(seatIds: ReadonlySet<SeatId>, current: SeatLevel): void {
    for (const tile of this.#tiles.values()) {
      const pieces = tile.isStale ? [] : this.#piecesIn(tile, seatIds)
      if (pieces.length === 0) continue
      const isWorthPieces = tile.level === current && pieces.length <= MOST_PIECES
      if (!isWorthPieces) tile.isStale = true
      else for (const piece of pieces) this.#paintPiece(tile, piece)
    }
  }

  touchAll(): void {
    for (const tile of this.#tiles.values()) tile.isStale = true
  }

  clear(): void {
    this.#tiles.clear()
    this.#spare.length = 0
  }

  #piecesIn({ level, box }: Tile, seatIds: ReadonlySet<SeatId>): Box[] {
    const pieces: Box[] = []
    for (const seatId of seatIds) {
      const piece = seatBox(this.#terms.plan, seatId, level.scale)
      if (intersects(piece, box)) pieces.push(piece)
      if (pieces.length > MOST_PIECES) return pieces
    }
    return pieces
  }

  #paintPiece({ pen, level, box }: Tile, piece: Box): void {
    pen.setTransform(1, 0, 0, 1, -box.left, -box.top)
    const left = Math.max(piece.left, box.left)
    const top = Math.max(piece.top, box.top)
    const right = Math.min(piece.right, box.right)
    const bottom = Math.min(piece.bottom, box.bottom)
    this.#terms.painter.paint(pen, level, { left, top, right, bottom })
  }

  #makeTile(level: SeatLevel, cell: Cell): Tile {
    const left = cell.column * TILE
    const top = cell.row * TILE
    const box = { left, top, right: left + TILE, bottom: top + TILE }
    return { ...cell, level, box, pen: this.#spare.pop() ?? makeSheet(TILE, TILE), isStale: false }
  }
}

/** A seat and a one-pixel margin, in px at `scale`, rounded out to whole pixels. */
export function seatBox({ x, y, seatRadius }: Plan, seatId: SeatId, scale: number): Box {
  const at = { x: (x[seatId] as number) * scale, y: (y[seatId] as number) * scale }
  return roundOut(grow(boxAround(at, seatRadius * scale), 1))
}

function keyOf({ scale }: SeatLevel, { column, row }: Cell): string {
  return `${scale}/${column}/${row}`
}

function first(wanted: number, content: number): number {
  return Math.floor(Math.max(wanted, content))
}

function end(wanted: number, content: number): number {
  return Math.ceil(Math.min(wanted, content))
}
