// Puts the plan on the canvas for a camera: sharp tiles where they are painted, a softer picture beneath where not yet.
// Owns canvas, theme and zoom level; must never decide when to draw, nor what a seat is.

import type { SeatId } from '../../shared/domain/ids.ts'
import { type Camera, type Viewport, visibleBox } from './camera.ts'
import { css, type Rgb } from './color.ts'
import { type Box, grow, scaleBox } from './geometry.ts'
import type { House } from './house.ts'
import { Overview } from './overview.ts'
import type { OverlayTerms } from './overlay.ts'
import { makePlanLabels, type PlanLabels } from './plan-labels.ts'
import { PlanPainter } from './plan-painter.ts'
import { Recent } from './recent.ts'
import { makeSeatLevel, type SeatLevel } from './seat-level.ts'
import { readTheme, type SeatMapTheme } from './seat-map-theme.ts'
import { makePen } from './sheet.ts'
import { type Cell, type Projection, Tiles } from './tiles.ts'

/** How many zoom levels keep their seat pictures: enough to zoom in and back out. */
const LEVELS_KEPT = 6
/** Tiles are painted ahead this far around the view, device px, ready for a drag's first frames. */
const AHEAD_PX = 256
/** Two scales this near count as one level: a zoom limit reached by rounding must not repaint all. */
const SAME_SCALE = 1e-6

export interface ScreenTerms {
  readonly canvas: HTMLCanvasElement
  readonly house: House
  /** Look codes by seat, changed in place by the owner. */
  readonly looks: Uint8Array
}

export interface PaintResult {
  readonly isSeenChanged: boolean
  /** Tiles still to paint: in view, and ahead of the next pan (a lower bound). */
  readonly seenLeft: number
  readonly aheadLeft: number
}

export interface DrawTerms {
  readonly camera: Camera
  /** What covers part of the map, CSS px: no name is placed beneath it. */
  readonly covered: Box | null
  readonly damage: readonly Box[] | null
  readonly over: (pen: CanvasRenderingContext2D, terms: OverlayTerms) => void
}

interface Studio {
  readonly theme: SeatMapTheme
  readonly zones: readonly Rgb[]
  readonly painter: PlanPainter
  readonly tiles: Tiles
  readonly levels: Recent<number, SeatLevel>
}

export class MapScreen {
  readonly #terms: ScreenTerms
  readonly #labels: PlanLabels
  readonly #pen: CanvasRenderingContext2D
  #viewport: Viewport = { width: 0, height: 0 }
  #ratio = 1
  #studio: Studio
  #overview: Overview | null = null
  #level: SeatLevel | null = null
  #before: SeatLevel | null = null

  constructor(terms: ScreenTerms) {
    this.#terms = terms
    this.#labels = makePlanLabels(terms.house)
    this.#pen = makePen(terms.canvas)
    this.#studio = this.#openStudio()
  }

  get theme(): SeatMapTheme {
    return this.#studio.theme
  }

  get ratio(): number {
    return this.#ratio
  }

  get overview(): Overview {
    const { plan, content } = this.#terms.house
    const { painter, theme, zones } = this.#studio
    this.#overview ??= new Overview({ plan, painter, theme, zones, content })
    return this.#overview
  }

  /** CSS px, and device px per CSS px. */
  resize(viewport: Viewport, ratio: number): void {
    const { canvas } = this.#terms
    this.#viewport = viewport
    this.#ratio = ratio
    canvas.width = Math.max(1, Math.round(viewport.width * ratio))
    canvas.height = Math.max(1, Math.round(viewport.height * ratio))
  }

  /** After a change of colour scheme everything painted has the old colours. */
  refreshTheme(): void {
    this.#studio = this.#openStudio()
    this.#overview = null
    this.#level = null
    this.#before = null
  }

  touch(seatIds: ReadonlySet<SeatId>): void {
    if (this.#level) this.#studio.tiles.touch(seatIds, this.#level)
    this.#overview?.touch(seatIds)
  }

  /** So many seats have changed that everything is repainted; what is on the screen stays until then. */
  touchAll(): void {
    this.#studio.tiles.touchAll()
    this.#overview?.touchAll()
  }

  /** From here on tiles are painted for exactly this zoom; returns whether it differs from the one before. */
  settle(camera: Camera): boolean {
    const scale = camera.scale * this.#ratio
    const isSame = this.#level !== null && Math.abs(this.#level.scale / scale - 1) < SAME_SCALE
    if (isSame) return false
    this.#before = this.#level
    this.#level = this.#levelOf(scale)
    return true
  }

  /** Paints tiles until time is up, but at least one: those in view first, then some ahead of the next pan. */
  paint(camera: Camera, isLate: () => boolean): PaintResult {
    const level = this.#level
    if (!level) return { isSeenChanged: false, seenLeft: 0, aheadLeft: 0 }
    const { tiles } = this.#studio
    const cells = this.#cells(level, camera)
    tiles.makeRoomFor(cells.length)
    const seen = cells.filter((cell) => !tiles.isFresh(level, cell))
    const painted = this.#paintUntil(level, seen, isLate)
    const isSeenChanged = painted > 0
    if (isSeenChanged || seen.length > 0)
      return { isSeenChanged, seenLeft: seen.length - painted, aheadLeft: 1 }
    const ahead = this.#cells(level, camera, AHEAD_PX).filter((cell) => !tiles.isFresh(level, cell))
    return { isSeenChanged, seenLeft: 0, aheadLeft: ahead.length - this.#paintUntil(level, ahead, isLate) }
  }

  /** Draws the damaged boxes (device px), or everything; `over` draws what lies above. */
  draw({ camera, covered, damage, over }: DrawTerms): void {
    const level = this.#level
    if (!level) return
    const pen = this.#pen
    const { theme, tiles } = this.#studio
    pen.save()
    if (damage) clipTo(pen, damage)
    pen.fillStyle = css(theme.colors.paper)
    pen.fillRect(0, 0, this.#terms.canvas.width, this.#terms.canvas.height)
    const cells = this.#cells(level, camera)
    const isWhole = cells.every((cell) => tiles.isThere(level, cell))
    if (!isWhole) this.#drawBeneath(camera)
    tiles.draw(pen, level, cells, this.#projection(level.scale, camera))
    const box = scaleBox(visibleBox(camera, this.#viewport), level.scale)
    this.#studio.painter.paintStuck(pen, level, { camera, viewport: this.#viewport, covered, box })
    over(pen, { plan: this.#terms.house.plan, theme, level, camera, ratio: this.#ratio })
    pen.restore()
  }

  dispose(): void {
    this.#studio.tiles.clear()
    this.#overview = null
  }

  #drawBeneath(camera: Camera): void {
    const before = this.#before
    this.overview.draw(this.#pen, this.#projection(this.overview.scale, camera))
    if (!before) return
    const { tiles } = this.#studio
    tiles.draw(this.#pen, before, this.#cells(before, camera), this.#projection(before.scale, camera))
  }

  #paintUntil(level: SeatLevel, cells: readonly Cell[], isLate: () => boolean): number {
    let count = 0
    for (const cell of cells) {
      if (count > 0 && isLate()) break
      this.#studio.tiles.paint(level, cell)
      count += 1
    }
    return count
  }

  #cells(level: SeatLevel, camera: Camera, ahead = 0): Cell[] {
    const seen = scaleBox(visibleBox(camera, this.#viewport), level.scale)
    return this.#studio.tiles.cellsOf(level, grow(seen, ahead))
  }

  /** Offsets are whole where nothing is stretched, so that tiles fall on pixels. */
  #projection(scale: number, camera: Camera): Projection {
    const stretch = (camera.scale * this.#ratio) / scale
    const perUnit = scale * stretch
    const isExact = Math.abs(stretch - 1) < SAME_SCALE
    const offset = (at: number) => (isExact ? Math.round(at * scale) : at * perUnit)
    return { stretch: isExact ? 1 : stretch, offsetX: offset(camera.x), offsetY: offset(camera.y) }
  }

  #levelOf(scale: number): SeatLevel {
    const { levels, theme, zones } = this.#studio
    const found = levels.use(scale)
    if (found) return found
    const made = makeSeatLevel({ plan: this.#terms.house.plan, theme, zones, scale, ratio: this.#ratio })
    levels.keep(scale, made)
    return made
  }

  #openStudio(): Studio {
    const { canvas, house, looks } = this.#terms
    const theme = readTheme(canvas.parentElement ?? document.body)
    const zones = house.plan.categories.map(({ color }) => theme.rgbOf(color))
    const painter = new PlanPainter({ house, labels: this.#labels, theme, zones, looks })
    const tiles = new Tiles({ plan: house.plan, painter })
    return { theme, zones, painter, tiles, levels: new Recent(LEVELS_KEPT) }
  }
}

function clipTo(pen: CanvasRenderingContext2D, boxes: readonly Box[]): void {
  pen.beginPath()
  for (const { left, top, right, bottom } of boxes) pen.rect(left, top, right - left, bottom - top)
  pen.clip()
}
