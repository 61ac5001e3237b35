// The names of rows and sections on the map. Owns the sections' type, and which of their names hides where there is no room.
// Must never compute a row's place (row-labels.ts does), nor cover a seat that is near enough to be clicked.

import { ASIDE_PX, toPlanBox } from './camera.ts'
import { css } from './color.ts'
import { drawStuckNames, type StuckTerms } from './draw-stuck-names.ts'
import { type Box, contains, grow, intersects, type Point, scaleBox } from './geometry.ts'
import { nearest } from './place-grid.ts'
import type { SectionLabel } from './plan-labels.ts'
import { type RowLabelTerms, RowLabels, type Ruler } from './row-labels.ts'
import type { SeatLevel } from './seat-level.ts'

/** A section's name in CSS px: --text-small, enough to label without dominating; including margin, its line is this high. */
const SECTION_TYPE_PX = 13
const SECTION_LINE_PX = 26
/** Halo around a name that stands on seats, CSS px. */
const HALO_PX = 4

/** What is in view: a camera's view box in the level's device px, and what covers part of it (CSS px). */
export interface Sight extends Pick<StuckTerms, 'camera' | 'viewport' | 'covered'> {
  readonly box: Box
}

interface PlacedName extends Point {
  readonly text: string
  readonly box: Box
  readonly isOnSeats: boolean
}

type Pen = CanvasRenderingContext2D

export class LabelPainter {
  readonly #terms: RowLabelTerms
  /** Decided once per level for the whole plan, so that a name does not come and go from tile to tile. */
  readonly #names = new WeakMap<SeatLevel, readonly PlacedName[]>()
  readonly #rows = new WeakMap<SeatLevel, RowLabels>()

  constructor(terms: RowLabelTerms) {
    this.#terms = terms
  }

  /** `box`: the piece of the map being drawn, in the level's device px. */
  paint(pen: Pen, level: SeatLevel, box: Box): void {
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    if (level.hasRowLabels) this.#paintRows(pen, level, box)
    this.#paintNames(pen, level, box)
  }

  /** How far past the plan's own bounds a row's letter may reach, device px. */
  overhang(level: SeatLevel, ruler: Ruler): number {
    return level.hasWords && level.hasRowLabels ? this.#rowsOf(level, ruler).reach : 0
  }

  /** Drawn only near enough that rows are labelled: farther off no seat can be read, nor its row. */
  paintStuck(pen: Pen, level: SeatLevel, sight: Sight): void {
    if (!level.hasRowLabels) return
    const { house, theme } = this.#terms
    const { font, size } = this.#rowsOf(level, pen)
    const sectionType = { font: this.#sectionFont(level), size: SECTION_TYPE_PX * level.ratio }
    const told = {
      rows: this.#rowsTold(pen, level, sight),
      sections: this.#sectionsTold(pen, level, sight.box),
    }
    drawStuckNames(pen, {
      ...sight,
      house,
      theme,
      ratio: level.ratio,
      told,
      rowType: { font, size },
      sectionType,
    })
  }

  /** Rows whose letter is visible. One that is cut off, or that a button or the minimap may cover, does not count. */
  #rowsTold(pen: Pen, level: SeatLevel, { box, camera, covered }: Sight): ReadonlySet<number> {
    const told = new Set<number>()
    const rows = this.#rowsOf(level, pen)
    const open = { ...box, left: box.left + rows.size / 2, right: box.right - ASIDE_PX * level.ratio }
    const shut = covered && scaleBox(toPlanBox(camera, covered), level.scale)
    rows.eachIn(open, (label) => {
      const isSeen = contains(open, label) && !(shut && contains(shut, label))
      if (isSeen) for (const row of label.rows) told.add(row)
    })
    return told
  }

  #sectionsTold(pen: Pen, level: SeatLevel, box: Box): ReadonlySet<string> {
    const { scale } = level
    const lettered = this.#terms.labels.sections.filter(
      ({ said }) => said && contains(box, scaled(said, scale)),
    )
    pen.font = this.#sectionFont(level)
    const placed = this.#namesOf(pen, level).filter((name) => contains(box, name))
    return new Set([...lettered, ...placed].map(({ text }) => text))
  }

  #sectionFont({ ratio }: SeatLevel): string {
    return `650 ${SECTION_TYPE_PX * ratio}px ${this.#terms.theme.font}`
  }

  #paintRows(pen: Pen, level: SeatLevel, box: Box): void {
    const rows = this.#rowsOf(level, pen)
    pen.font = rows.font
    pen.fillStyle = css(this.#terms.theme.colors.quietInk)
    rows.eachIn(box, ({ text, x, y }) => pen.fillText(text, x, y))
  }

  #rowsOf(level: SeatLevel, ruler: Ruler): RowLabels {
    const known = this.#rows.get(level)
    if (known) return known
    const made = new RowLabels(this.#terms, level, ruler)
    this.#rows.set(level, made)
    return made
  }

  #paintNames(pen: Pen, level: SeatLevel, box: Box): void {
    const { ink, paper } = this.#terms.theme.colors
    pen.font = this.#sectionFont(level)
    pen.fillStyle = css(ink)
    pen.strokeStyle = css(paper)
    pen.lineWidth = HALO_PX * level.ratio
    pen.lineJoin = 'round'
    for (const name of this.#namesOf(pen, level)) {
      // The halo extends beyond the name's own box.
      if (!intersects(grow(name.box, pen.lineWidth), box)) continue
      if (name.isOnSeats) pen.strokeText(name.text, name.x, name.y)
      pen.fillText(name.text, name.x, name.y)
    }
  }

  #namesOf(pen: Pen, level: SeatLevel): readonly PlacedName[] {
    const known = this.#names.get(level)
    if (known) return known
    const placed = this.#placeAll(pen, level)
    this.#names.set(level, placed)
    return placed
  }

  /** All names above their seats, or all on them: a mixture would look as if it meant something. */
  #placeAll(pen: Pen, level: SeatLevel): PlacedName[] {
    const { labels } = this.#terms
    const sections = labels.sections.filter(
      ({ said, isCovered }) => !said || (isCovered && level.coversWords),
    )
    const above = sections.map((section) => this.#placeAbove(pen, level, section))
    const clear = above.filter(({ box }) => this.#isClear(level, box))
    // Names on seats are only for a house seen from afar: nearer, they would cover what is to be clicked.
    const isFar = !level.hasRowLabels && clear.length < above.length
    const names = isFar ? sections.flatMap((section) => this.#placeOnSeats(pen, level, section)) : clear
    const placed: PlacedName[] = []
    for (const name of names) if (!placed.some(({ box }) => intersects(box, name.box))) placed.push(name)
    return placed
  }

  #placeAbove(pen: Pen, { scale, ratio, seatSize }: SeatLevel, section: SectionLabel): PlacedName {
    const line = SECTION_LINE_PX * ratio
    const at = { x: section.x * scale, y: section.top * scale - (seatSize + line) / 2 }
    return { ...nameAt(pen, section.text, at, line), isOnSeats: false }
  }

  /** Left out where the name is wider than its section. */
  #placeOnSeats(pen: Pen, { scale, ratio, seatSize }: SeatLevel, section: SectionLabel): PlacedName[] {
    const at = { x: section.x * scale, y: section.y * scale }
    const name = nameAt(pen, section.text, at, SECTION_TYPE_PX * ratio)
    const isTooWide =
      name.box.right - name.box.left > (section.box.right - section.box.left) * scale + seatSize
    return isTooWide ? [] : [{ ...name, isOnSeats: true }]
  }

  /** Whether no seat reaches into the box: checked along it at the height of every line. */
  #isClear({ scale, seatSize }: SeatLevel, { left, top, right, bottom }: Box): boolean {
    const { grid } = this.#terms.house
    const half = (bottom - top) / 2
    // Slightly less, or the section's own first row, which just touches the box, would count.
    const reach = (half + seatSize / 2) * 0.98
    for (let x = left + half; x <= Math.max(left + half, right - half); x += half) {
      if (nearest(grid, { x: x / scale, y: (top + half) / scale }, reach / scale) !== null) return false
    }
    return true
  }
}

function scaled({ x, y }: Point, scale: number): Point {
  return { x: x * scale, y: y * scale }
}

function nameAt(pen: Pen, text: string, at: Point, line: number): Omit<PlacedName, 'isOnSeats'> {
  const [x, y] = [Math.round(at.x), Math.round(at.y)]
  const half = pen.measureText(text).width / 2
  return { text, x, y, box: { left: x - half, top: y - line / 2, right: x + half, bottom: y + line / 2 } }
}
