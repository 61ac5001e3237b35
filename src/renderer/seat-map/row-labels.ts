// The letters of rows at one zoom: how large, how far from the seat, and which have no room. Owns their positions in device px.
// Must never draw, and never put a letter on a seat, however wide it is there.

import { type Box, clamp, grow, type Point, scaleBox } from './geometry.ts'
import type { House } from './house.ts'
import { eachIn, type SeatGrid } from './place-grid.ts'
import { type PlanLabels, ROW_LABEL_AWAY, type RowLabel } from './plan-labels.ts'
import type { SeatLevel } from './seat-level.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'

/** The size of a row's letter as a share of its seats' width, and its limits in CSS px. */
const ROW_TYPE = 0.42
const ROW_TYPE_PX = [9, 14] as const
/** Half the height of a line without descenders, as a share of its type size: capitals and digits are 0.73 high. */
const HALF_LINE = 0.38
/** Least gap between a seat and its row's letter, CSS px. */
const GAP_PX = 1.5

export interface RowLabelTerms {
  readonly house: House
  readonly labels: PlanLabels
  readonly theme: SeatMapTheme
}

export type Ruler = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>

export interface PlacedRow extends Point {
  readonly text: string
  /** As in `RowLabel`. */
  readonly rows: readonly number[]
}

export class RowLabels {
  readonly font: string
  readonly #terms: RowLabelTerms
  readonly #level: SeatLevel
  /** The type size, device px. */
  readonly size: number
  readonly #widths = new Map<string, number>()
  /** Computed when first drawn: a stadium has several thousand, of which few are seen. */
  readonly #places = new Map<number, PlacedRow | null>()
  readonly #widest: number

  constructor(terms: RowLabelTerms, level: SeatLevel, ruler: Ruler) {
    const [least, most] = ROW_TYPE_PX
    this.#terms = terms
    this.#level = level
    this.size = clamp(level.seatSize * ROW_TYPE, least * level.ratio, most * level.ratio)
    this.font = `550 ${this.size}px ${terms.theme.font}`
    ruler.font = this.font
    for (const { text } of terms.labels.rows) {
      if (!this.#widths.has(text)) this.#widths.set(text, ruler.measureText(text).width)
    }
    this.#widest = Math.max(0, ...this.#widths.values())
  }

  /**
   * How far a letter may reach from the position the plan gives it, device px: half its width, plus the same again for being
   * pushed out.
   */
  get reach(): number {
    return this.#widest + this.size
  }

  /** Calls `visit` for every letter that may touch the box (device px). */
  eachIn(box: Box, visit: (label: PlacedRow) => void): void {
    const { rowGrid } = this.#terms.labels
    eachIn(rowGrid, scaleBox(grow(box, this.reach), 1 / this.#level.scale), (id) => {
      const placed = this.#placeOf(id)
      if (placed) visit(placed)
    })
  }

  #placeOf(id: number): PlacedRow | null {
    const known = this.#places.get(id)
    if (known !== undefined) return known
    const label = this.#terms.labels.rows[id]
    const half = { x: this.#widthOf(label) / 2, y: this.size * HALF_LINE }
    const placed = label ? placeRow(label, half, { level: this.#level, grid: this.#terms.house.grid }) : null
    this.#places.set(id, placed)
    return placed
  }

  #widthOf(label: RowLabel | undefined): number {
    return this.#widths.get(label?.text ?? '') ?? 0
  }
}

export interface RowPlaceTerms {
  readonly level: Pick<SeatLevel, 'scale' | 'ratio' | 'seatSize'>
  readonly grid: SeatGrid
}

/** `half`: half of the text's width and height, device px. A wide text is pushed outwards; null if a seat is in its way even so. */
export function placeRow(label: RowLabel, half: Point, { level, grid }: RowPlaceTerms): PlacedRow | null {
  const { scale, ratio, seatSize } = level
  const { out } = label
  const needed = Math.abs(out.x) * half.x + Math.abs(out.y) * half.y + GAP_PX * ratio
  const push = Math.max(0, needed - ((ROW_LABEL_AWAY - 1) * seatSize) / 2)
  const x = Math.round(label.x * scale + out.x * push)
  const y = Math.round(label.y * scale + out.y * push)
  const box = { left: x - half.x, top: y - half.y, right: x + half.x, bottom: y + half.y }
  let isClear = true
  eachIn(grid, scaleBox(grow(box, seatSize / 2), 1 / scale), () => {
    isClear = false
  })
  return isClear ? { x, y, text: label.text, rows: label.rows } : null
}
