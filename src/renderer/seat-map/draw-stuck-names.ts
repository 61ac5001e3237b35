// The names at the map's edge, as small plates over the seats, in inverted colours, since a number there could be mistaken for a
// seat's. Owns their look, and that none overlaps another.
// Must never decide which rows and sections are named: stuck-names.ts does.

import { type Camera, toPlanBox, toScreen, type Viewport, visibleBox } from './camera.ts'
import { css } from './color.ts'
import { type Box, clamp, intersects } from './geometry.ts'
import type { House } from './house.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'
import { type StickTerms, type StuckName, stuckRows, stuckSections } from './stuck-names.ts'

/** CSS px: padding around the letters, distance from the map's edge, and a plate's corner radius. */
const PAD_PX = 4
const EDGE_PX = 4
const CORNER_PX = 4
/** A plate's height as a share of its type size: small, because rows stand little farther apart than their seats are wide. */
const LINE = 1.3

export interface StuckTerms {
  readonly house: House
  readonly theme: SeatMapTheme
  readonly camera: Camera
  readonly viewport: Viewport
  /** Device px per CSS px. */
  readonly ratio: number
  /** CSS px. */
  readonly covered: Box | null
  readonly told: StickTerms['told']
  /** Font and type size (device px) of each kind of name. */
  readonly rowType: Type
  readonly sectionType: Type
}

export interface Type {
  readonly font: string
  readonly size: number
}

type Pen = CanvasRenderingContext2D

export function drawStuckNames(pen: Pen, terms: StuckTerms): void {
  const { camera, viewport, ratio, covered, rowType, sectionType } = terms
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  const edge = EDGE_PX + PAD_PX
  const perUnit = 1 / camera.scale
  const stick: StickTerms = {
    house: terms.house,
    view: visibleBox(camera, viewport),
    covered: covered && toPlanBox(camera, covered),
    inset: {
      x: (edge + rowType.size / ratio / 2) * perUnit,
      y: (EDGE_PX + (sectionType.size * LINE) / ratio / 2) * perUnit,
    },
    told: terms.told,
  }
  const plates = [
    ...platesOf(pen, terms, sectionType, stuckSections(stick)),
    ...sameWidth(platesOf(pen, terms, rowType, stuckRows(stick))),
  ]
  drawPlates(pen, terms, plates)
}

interface Plate {
  readonly text: string
  readonly font: string
  /** Device px. */
  readonly box: Box
}

function platesOf(
  pen: Pen,
  { camera, viewport, ratio }: StuckTerms,
  type: Type,
  names: readonly StuckName[],
): Plate[] {
  pen.font = type.font
  const halfHeight = Math.round((type.size * LINE) / 2)
  return names.map((name) => {
    const at = toScreen(camera, name)
    const half = Math.ceil(pen.measureText(name.text).width / 2 + PAD_PX * ratio)
    const least = half + EDGE_PX * ratio
    const x = Math.round(clamp(at.x * ratio, least, Math.max(least, viewport.width * ratio - least)))
    const y = Math.round(at.y * ratio)
    const box = { left: x - half, top: y - halfHeight, right: x + half, bottom: y + halfHeight }
    return { text: name.text, font: type.font, box }
  })
}

/** All plates of one column get the width of the widest. */
function sameWidth(plates: readonly Plate[]): Plate[] {
  const width = Math.max(0, ...plates.map(({ box }) => box.right - box.left))
  return plates.map((plate) => ({ ...plate, box: { ...plate.box, right: plate.box.left + width } }))
}

function drawPlates(pen: Pen, { theme, ratio }: StuckTerms, plates: readonly Plate[]): void {
  const { paper, quietInk } = theme.colors
  const drawn: Box[] = []
  for (const { text, font, box } of plates) {
    if (drawn.some((other) => intersects(other, box))) continue
    drawn.push(box)
    const { left, top, right, bottom } = box
    pen.beginPath()
    pen.roundRect(left, top, right - left, bottom - top, CORNER_PX * ratio)
    pen.fillStyle = css(quietInk)
    pen.fill()
    pen.font = font
    pen.fillStyle = css(paper)
    pen.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2)
  }
}
