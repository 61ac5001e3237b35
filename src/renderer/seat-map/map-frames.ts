// One frame of the map, in its order: move, update tiles, paint a little, copy to the screen. Owns when a frame is needed.
// Must never run while nothing changes, and never paint longer than its budget.

import type { SeatId } from '../../shared/domain/ids.ts'
import { isAllSeen, visibleBox } from './camera.ts'
import { FrameLoop } from './frame-loop.ts'
import { type Box, roundOut } from './geometry.ts'
import type { House } from './house.ts'
import type { MapScreen, PaintResult } from './map-screen.ts'
import type { Minimap } from './minimap.ts'
import {
  drawAloneMark,
  drawFade,
  drawFocusRing,
  drawHoverRing,
  drawProblemRing,
  type OverlayTerms,
  ringBox,
} from './overlay.ts'
import type { Steering } from './steering.ts'
import type { ViewSeats } from './view-seats.ts'

export interface FramesTerms {
  readonly house: House
  readonly screen: MapScreen
  readonly steering: Steering
  readonly seats: ViewSeats
  readonly minimap: Minimap | null
  readonly onViewChange: () => void
}

/** Painting of tiles stops after this many ms, but paints at least one tile: it leaves 10 of a frame's 16 ms for copying and the page. */
const PAINT_MS = 5
/** The first picture may take this long and comes whole: nothing moves yet that must be kept smooth. */
const FIRST_PAINT_MS = 150
/** On the minimap a changed seat is a speck, and redrawing it draws all seats: so changes are collected and drawn this much later. */
const MINIMAP_REST_MS = 250
/** Beyond this many damaged boxes clipping does not pay: everything is copied again. */
const MOST_BOXES = 64

const nothingPainted: PaintResult = { isSeenChanged: false, seenLeft: 0, aheadLeft: 0 }

export class MapFrames {
  readonly #terms: FramesTerms
  readonly #loop = new FrameLoop((nowMs) => this.#frame(nowMs))
  #focused: SeatId | null = null
  #hovered: SeatId | null = null
  #problems: ReadonlySet<SeatId> = new Set()
  #alone: ReadonlySet<SeatId> = new Set()
  /** Device px to be copied again; null means all. */
  #damage: Box[] | null = null
  #isFirst = true
  #isMinimapStale = true
  /** The minimap lags behind, but only by changed seats. */
  #isMinimapBehind = false
  #minimapDrawnAtMs = -Infinity
  #waiting: (() => void)[] = []

  constructor(terms: FramesTerms) {
    this.#terms = terms
  }

  ask(): void {
    this.#loop.ask()
  }

  /** A resize empties the canvas, and an empty canvas must not be seen. */
  redrawNow(): void {
    this.#terms.minimap?.forgetBox()
    this.redraw()
    this.#loop.runNow()
  }

  redraw(): void {
    this.#damage = null
    this.#isMinimapStale = true
    this.#loop.ask()
  }

  setFocused(seatId: SeatId | null): void {
    this.#damageSeats([this.#focused, seatId])
    this.#focused = seatId
    this.#loop.ask()
  }

  setHovered(seatId: SeatId | null): void {
    this.#damageSeats([this.#hovered, seatId])
    this.#hovered = seatId
    this.#loop.ask()
  }

  setMarks(problems: ReadonlySet<SeatId>, alone: ReadonlySet<SeatId>): void {
    this.#damageSeats([...this.#problems, ...this.#alone, ...problems, ...alone])
    this.#problems = problems
    this.#alone = alone
    this.#loop.ask()
  }

  whenPainted(): Promise<void> {
    this.#loop.ask()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  stop(): void {
    this.#loop.stop()
  }

  #frame(nowMs: number): void {
    const { steering, screen, seats, minimap } = this.#terms
    if (steering.tick(nowMs)) this.#moved()
    const isAtRest = this.#isFirst || steering.isAtRest(nowMs)
    if (isAtRest && screen.settle(steering.camera)) this.#damage = null
    this.#bringUpToDate()
    const { isSeenChanged, seenLeft, aheadLeft } = isAtRest ? this.#paint() : nothingPainted
    if (isSeenChanged) this.#damage = null
    this.#draw(nowMs)
    const isIdle = isAtRest && seenLeft + aheadLeft === 0 && !isSeenChanged
    if (isIdle) this.#paintOverview()
    const covered = minimap?.box
    this.#drawMinimap(nowMs)
    // The minimap now covers another part of the map: names beneath it must move.
    if (minimap?.box !== covered) this.redraw()
    if (isAtRest && seenLeft === 0) this.#tellPainted()
    const isDone = isIdle && screen.overview.isDone && seats.fades.isIdle && !this.#isMinimapBehind
    this.#isFirst = false
    if (!isDone) this.#loop.ask()
  }

  /** Only when all else is done: only the next zoom far out needs it. */
  #paintOverview(): void {
    const { overview } = this.#terms.screen
    if (overview.isDone) return
    const until = performance.now() + PAINT_MS
    overview.paint(() => performance.now() >= until)
    this.#isMinimapStale = true
  }

  #moved(): void {
    this.redraw()
    this.#terms.onViewChange()
  }

  #bringUpToDate(): void {
    const { seats, screen } = this.#terms
    const dirty = seats.takeDirty()
    if (dirty === 'all') {
      screen.touchAll()
      this.#damage = null
    } else {
      if (dirty.size === 0) return
      screen.touch(dirty)
      this.#damageSeats([...dirty])
    }
    this.#isMinimapBehind = this.#terms.minimap !== null
  }

  #paint(): PaintResult {
    const { screen, steering } = this.#terms
    const until = performance.now() + (this.#isFirst ? FIRST_PAINT_MS : PAINT_MS)
    return screen.paint(steering.camera, () => performance.now() >= until)
  }

  #draw(nowMs: number): void {
    const { screen, steering, seats, minimap } = this.#terms
    const fades = seats.fades.tick(nowMs)
    this.#damageSeats(fades.map(({ fade }) => fade.seatId))
    if (this.#damage?.length === 0) return
    const over = (pen: CanvasRenderingContext2D, terms: OverlayTerms) => {
      for (const { fade, strength } of fades) drawFade(pen, terms, fade, strength)
      this.#drawRings(pen, terms)
    }
    screen.draw({ camera: steering.camera, covered: minimap?.box ?? null, damage: this.#damage, over })
    this.#damage = []
  }

  #drawRings(pen: CanvasRenderingContext2D, terms: OverlayTerms): void {
    for (const seatId of this.#problems) drawProblemRing(pen, terms, seatId)
    for (const seatId of this.#alone) drawAloneMark(pen, terms, seatId)
    if (this.#hovered !== null) drawHoverRing(pen, terms, this.#hovered)
    if (this.#focused !== null) drawFocusRing(pen, terms, this.#focused)
  }

  #drawMinimap(nowMs: number): void {
    const { minimap, screen, steering, house } = this.#terms
    const isDue = this.#isMinimapBehind && nowMs - this.#minimapDrawnAtMs >= MINIMAP_REST_MS
    if (!minimap || !(this.#isMinimapStale || isDue)) return
    this.#isMinimapStale = false
    this.#isMinimapBehind = false
    this.#minimapDrawnAtMs = nowMs
    const { camera, bounds } = steering
    if (isAllSeen(camera, bounds)) return minimap.hide()
    const { overview, theme, ratio } = screen
    minimap.draw({
      overview,
      theme,
      ratio,
      content: house.content,
      shown: visibleBox(camera, bounds.viewport),
    })
  }

  #damageSeats(seatIds: readonly (SeatId | null)[]): void {
    if (!this.#damage) return
    const { house, steering, screen } = this.#terms
    const place = { plan: house.plan, camera: steering.camera, ratio: screen.ratio }
    // Whole pixels: a clip that halves a pixel mixes the paper beneath into a seat that is only copied again.
    for (const seatId of seatIds) if (seatId !== null) this.#damage.push(roundOut(ringBox(place, seatId)))
    if (this.#damage.length > MOST_BOXES) this.#damage = null
  }

  #tellPainted(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
