// Everything on the plan that is no seat: stages, gangways, words. Owns how an area's own colours are muted to fit the page's.
// Must never draw above a seat: areas lie beneath.

import type { Area } from '../../shared/domain/seat-plan/plan.ts'
import { shapeBox, turnedBox } from './area-box.ts'
import { css, mix, type Rgb } from './color.ts'
import { type Box, clamp, grow, scaleBox, union } from './geometry.ts'
import { inkOn, type SeatMapTheme } from './seat-map-theme.ts'

/** How much of an area's own colour is kept: plans are drawn for white paper and would glare on a dark page. */
const KEPT_ON_LIGHT = 0.75
const KEPT_ON_DARK = 0.28
/** Words in an area, CSS px: from the smallest that can be read to a heading's size. */
const SMALLEST_TYPE_PX = 10
const LARGEST_TYPE_PX = 20
/** A word takes this share of its area's height. */
const TYPE_OF_HEIGHT = 0.4
/**
 * At the smallest type a word may be this many times wider than its area and is then condensed to fit: 'Driver' in a small coach
 * can still be read.
 */
const SQUEEZED = 1.7
/** Letter spacing of capitals, as a share of the type size. */
const TRACKING = 0.06
/** Height of a free-standing word in seat radii: half a seat. */
const TYPE_RADII = 0.9

export interface AreaTerms {
  readonly theme: SeatMapTheme
  readonly scale: number
  readonly ratio: number
  readonly seatRadius: number
  readonly hasWords: boolean
}

export type TypeTerms = Pick<AreaTerms, 'scale' | 'ratio' | 'seatRadius'> & {
  readonly theme: Pick<SeatMapTheme, 'font'>
}
export type AreaRuler = Pick<CanvasRenderingContext2D, 'font' | 'letterSpacing' | 'measureText'>

/**
 * The extent of everything drawn for the area at this zoom, device px from the plan's origin. Measured rather than estimated:
 * words keep a readable size even when the plan around them is small, and a tile that underestimates them would cut them at its
 * edge.
 */
export function areaReach(ruler: AreaRuler, area: Area, terms: TypeTerms & { hasWords: boolean }): Box {
  const { scale, ratio, seatRadius, hasWords } = terms
  const shape = scaleBox(shapeBox(area, seatRadius), scale)
  const drawn = hasWords && area.text !== '' ? union(shape, wordReach(ruler, area, terms)) : shape
  const at = { x: area.x * scale, y: area.y * scale, rotation: area.rotation }
  // The width of the border line, and a pixel for antialiasing.
  return grow(turnedBox(drawn, at), ratio + 1)
}

function wordReach(ruler: AreaRuler, area: Area, terms: TypeTerms): Box {
  const size = setType(ruler, area, terms)
  const half = ruler.measureText(area.text).width / 2
  const room = wordRoom(area, terms.seatRadius)
  const [x, y] = [room.x * terms.scale, room.y * terms.scale]
  return { left: x - half, top: y - size, right: x + half, bottom: y + size }
}

/** The pen's origin is the plan's origin at `scale` device px per plan unit. */
export function drawArea(pen: CanvasRenderingContext2D, area: Area, terms: AreaTerms): void {
  const { scale, theme } = terms
  pen.save()
  pen.translate(area.x * scale, area.y * scale)
  pen.rotate((area.rotation * Math.PI) / 180)
  const ground = drawShape(pen, area, terms)
  if (terms.hasWords && area.text !== '')
    drawWord(pen, area, { ...terms, ground: ground ?? theme.colors.paper })
  pen.restore()
}

function drawShape(
  pen: CanvasRenderingContext2D,
  area: Area,
  { theme, scale, ratio }: AreaTerms,
): Rgb | null {
  if (area.shape === 'text') return null
  traceShape(pen, area, scale)
  const ground = area.color === '' ? null : calmed(area.color, theme)
  if (ground) {
    pen.fillStyle = css(ground)
    pen.fill()
  }
  pen.strokeStyle = css(edgeOf(area, theme))
  pen.lineWidth = ratio
  pen.stroke()
  return ground
}

function traceShape(pen: CanvasRenderingContext2D, area: Area, scale: number): void {
  const [width, height] = [area.width * scale, area.height * scale]
  pen.beginPath()
  if (area.shape === 'rectangle') pen.rect(0, 0, width, height)
  else if (area.shape === 'polygon') traceCorners(pen, area.points, scale)
  else pen.ellipse(0, 0, width, area.shape === 'circle' ? width : height, 0, 0, 2 * Math.PI)
}

function traceCorners(pen: CanvasRenderingContext2D, points: readonly number[], scale: number): void {
  for (let corner = 0; corner + 1 < points.length; corner += 2) {
    pen.lineTo((points[corner] as number) * scale, (points[corner + 1] as number) * scale)
  }
  pen.closePath()
}

function edgeOf({ borderColor }: Area, theme: SeatMapTheme): Rgb {
  if (theme.isForced) return theme.colors.ink
  return borderColor === '' ? theme.colors.hairline : calmed(borderColor, theme)
}

function calmed(color: string, { colors, isDark, isForced, rgbOf }: SeatMapTheme): Rgb {
  if (isForced) return colors.paper
  return mix(rgbOf(color), colors.paper, isDark ? KEPT_ON_DARK : KEPT_ON_LIGHT)
}

interface WordTerms extends AreaTerms {
  readonly ground: Rgb
}

function drawWord(
  pen: CanvasRenderingContext2D,
  area: Area,
  { theme, scale, ratio, seatRadius, ground }: WordTerms,
) {
  const room = wordRoom(area, seatRadius)
  const size = setType(pen, area, { theme, scale, ratio, seatRadius })
  const most = room.width * scale * (size > SMALLEST_TYPE_PX * ratio ? Number.POSITIVE_INFINITY : SQUEEZED)
  if (area.shape !== 'text' && pen.measureText(area.text).width > most) return
  pen.fillStyle = css(inkOn(theme, ground))
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(
    area.text,
    room.x * scale,
    room.y * scale,
    area.shape === 'text' ? undefined : room.width * scale,
  )
}

/** Returns the type size in device px. */
function setType(pen: AreaRuler, area: Area, { theme, scale, ratio, seatRadius }: TypeTerms): number {
  const { height } = wordRoom(area, seatRadius)
  const wanted = area.shape === 'text' ? seatRadius * TYPE_RADII * scale : height * scale * TYPE_OF_HEIGHT
  const size = clamp(wanted, SMALLEST_TYPE_PX * ratio, LARGEST_TYPE_PX * ratio)
  pen.letterSpacing = `${size * TRACKING}px`
  pen.font = `550 ${size}px ${theme.font}`
  return size
}

/** The room for the word: the middle of the shape, plan units from its origin. */
function wordRoom(area: Area, seatRadius: number): { x: number; y: number; width: number; height: number } {
  const { left, top, right, bottom } = shapeBox(area, seatRadius)
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top }
}
