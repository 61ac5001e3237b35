// The whole plan as one small bitmap, a few texels per seat: the minimap's picture, and what shows where a tile is not painted
// yet.
// Owns that bitmap; must never exceed its size limits, nor paint longer than it is allowed, however large the house.

import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { css, type Rgb } from './color.ts'
import { type Box, roundOut, scaleBox } from './geometry.ts'
import type { PlanPainter } from './plan-painter.ts'
import { makeSeatLevel, type SeatLevel } from './seat-level.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'
import { makeSheet } from './sheet.ts'
import { type Projection, seatBox } from './tiles.ts'

/** Texels at most: 6 MB, and at 80,000 seats still about two texels a seat. */
const MOST_TEXELS = 1_500_000
/** Texels across a seat at most: small houses need no larger picture. */
const MOST_SEAT_TEXELS = 6
/** Height of the strips it is painted in, each 2 to 4 ms at 80,000 seats: small enough to fit between two frames. */
const STRIP = 96
/** If more seats than this have changed, whole strips are repainted in quiet moments: cheaper than so many pieces. */
const MOST_PIECES = 48

export interface OverviewTerms {
  readonly plan: Plan
  readonly painter: PlanPainter
  readonly theme: SeatMapTheme
  readonly zones: readonly Rgb[]
  readonly content: Box
}

export class Overview {
  readonly #plan: Plan
  readonly #painter: PlanPainter
  readonly #level: SeatLevel
  readonly #box: Box
  readonly #pen: CanvasRenderingContext2D
  /** Upper edges of the strips that are out of date. */
  readonly #stale = new Set<number>()

  constructor({ plan, painter, theme, zones, content }: OverviewTerms) {
    const area = (content.right - content.left) * (content.bottom - content.top)
    const scale = Math.min(Math.sqrt(MOST_TEXELS / area), MOST_SEAT_TEXELS / (2 * plan.seatRadius))
    this.#plan = plan
    this.#painter = painter
    this.#level = makeSeatLevel({ plan, theme, zones, scale, ratio: 1, hasWords: false })
    this.#box = roundOut(scaleBox(content, scale))
    const { left, top, right, bottom } = this.#box
    this.#pen = makeSheet(right - left, bottom - top)
    this.#pen.setTransform(1, 0, 0, 1, -left, -top)
    this.#pen.fillStyle = css(theme.colors.paper)
    this.#pen.fillRect(left, top, right - left, bottom - top)
    this.touchAll()
  }

  get picture(): HTMLCanvasElement {
    return this.#pen.canvas
  }

  /** Texels per plan unit. */
  get scale(): number {
    return this.#level.scale
  }

  get isDone(): boolean {
    return this.#stale.size === 0
  }

  touch(seatIds: ReadonlySet<SeatId>): void {
    const isWorthPieces = seatIds.size <= MOST_PIECES
    for (const seatId of seatIds) {
      const piece = seatBox(this.#plan, seatId, this.#level.scale)
      if (isWorthPieces) this.#painter.paint(this.#pen, this.#level, piece)
      else this.#touchStrips(piece)
    }
  }

  touchAll(): void {
    this.#touchStrips(this.#box)
  }

  /** Paints stale strips until time is up, but at least one. */
  paint(isLate: () => boolean): void {
    const { left, right, bottom } = this.#box
    for (const top of this.#stale) {
      this.#stale.delete(top)
      this.#painter.paint(this.#pen, this.#level, { left, top, right, bottom: Math.min(top + STRIP, bottom) })
      if (isLate()) return
    }
  }

  /** The projection is for this overview's own px. */
  draw(pen: CanvasRenderingContext2D, { stretch, offsetX, offsetY }: Projection): void {
    const { left, top, right, bottom } = this.#box
    const at = [left * stretch - offsetX, top * stretch - offsetY] as const
    pen.drawImage(this.#pen.canvas, ...at, (right - left) * stretch, (bottom - top) * stretch)
  }

  #touchStrips({ top, bottom }: Box): void {
    const start = this.#box.top
    const first = start + Math.floor((top - start) / STRIP) * STRIP
    for (let edge = Math.max(start, first); edge < Math.min(bottom, this.#box.bottom); edge += STRIP) {
      this.#stale.add(edge)
    }
  }
}
