// One seat as a shape: the state shown by outline and filling first, by colour second (LOOK.md principle 4).
// Owns every such shape; must never know where a seat stands, which it is, or when it changed.

import { css, mix, mostReadable, type Rgb } from './color.ts'
import { drawMark, type Mark } from './draw-marks.ts'
import { type HeatLook, type SeatLook, heatLooks } from './seat-look.ts'
import { inkOn, type SeatMapTheme } from './seat-map-theme.ts'

export interface SeatStyle {
  readonly look: SeatLook
  readonly isLadies: boolean
  readonly isWheelchair: boolean
  /** A standing place, drawn as a dot. */
  readonly isRound: boolean
  /** The price zone's colour; null if the plan has one zone only. */
  readonly zone: Rgb | null
}

interface Easel {
  readonly pen: CanvasRenderingContext2D
  /** Device px, whole, so that outlines fall on pixels. */
  readonly size: number
  /** Thickness of an edge, device px. */
  readonly line: number
  /** Radius of the corners, device px. */
  readonly corner: number
  readonly theme: SeatMapTheme
  readonly style: SeatStyle
}

/** A seat's edge is 2 px at 40 px [L2]. */
const EDGE = 1 / 20
/** Corner radius as a share of the seat: 9 px at 40, the controls' 6 px at about 26. */
const CORNER = 0.23
/** The same for a dot, which is a full circle. */
const ROUND = 0.5
/** How strongly a seat's own colour tints a filling that must stay paper-like. */
const TINT = 0.14
const ASKING_TINT = 0.32
/** Share of colour added to the lightest step of a scale, so that it differs from paper and from the next step. */
const HEAT_LEAST = 0.2
/** Sizes of the marks inside a seat: under its number or beside another mark, and alone in the middle. */
const SMALL_MARK = 0.38
const LONE_MARK = 0.52
const MARK_LINE = 0.71

const bodies: Readonly<Record<SeatLook, (easel: Easel) => void>> = {
  free(easel) {
    const { panel, free } = easel.theme.colors
    fill(easel, panel)
    if (easel.style.isLadies) return drawLadiesEdges(easel)
    edge(easel, free, [])
    drawZone(easel)
  },
  mine(easel) {
    fill(easel, easel.theme.colors.mine)
  },
  asking(easel) {
    const { mine, panel } = easel.theme.colors
    fill(easel, easel.theme.isForced ? panel : mix(mine, panel, ASKING_TINT))
    edge(easel, mine, [])
  },
  /** The dashes of a held seat, with the colour and tick of one's own. */
  aside(easel) {
    const { mine, panel } = easel.theme.colors
    fill(easel, panel)
    edge(easel, mine, evenDashes(easel, 20, 0.58))
  },
  /** Short dashes: in somebody's cart. */
  held(easel) {
    fill(easel, tinted(easel))
    edge(easel, easel.theme.colors.held, evenDashes(easel, 20, 0.58))
  },
  /** Long dashes and a folded corner: reserved under a name. */
  reserved(easel) {
    fill(easel, tinted(easel))
    edge(easel, easel.theme.colors.held, evenDashes(easel, 8, 0.74))
    foldCorner(easel)
  },
  /** Dots: payment is under way. */
  paying(easel) {
    fill(easel, tinted(easel))
    easel.pen.lineCap = 'round'
    edge({ ...easel, line: easel.line * 1.4 }, easel.theme.colors.held, evenDashes(easel, 24, 0.001))
  },
  sold(easel) {
    fill(easel, easel.theme.colors.sold)
  },
  blocked(easel) {
    fill(easel, easel.theme.colors.paper)
    edge({ ...easel, line: easel.line * 0.75 }, easel.theme.colors.blocked, [])
    cross(easel)
  },
  'heat-0': heat,
  'heat-1': heat,
  'heat-2': heat,
  'heat-3': heat,
  'heat-4': heat,
}

/** [A6] The higher the step, the fuller and stronger: filled from below like a glass. */
function heat(easel: Easel): void {
  const { pen, size, theme, style } = easel
  const share = heatShare(style.look)
  const { mine, panel } = theme.colors
  fill(easel, panel)
  pen.save()
  outline(easel, 0)
  pen.clip()
  pen.fillStyle = css(heatColor(style.look, theme))
  pen.fillRect(0, size * (1 - share), size, size * share)
  pen.restore()
  edge(easel, mine, [])
}

/** 0 to 1. */
function heatShare(look: SeatLook): number {
  return Math.max(0, heatLooks.indexOf(look as HeatLook)) / (heatLooks.length - 1)
}

/** Colour for the whole seat, where it is too small to be filled in part. */
export function heatColor(look: SeatLook, { colors, isForced }: SeatMapTheme): Rgb {
  const share = heatShare(look)
  if (share === 0) return colors.panel
  return isForced ? colors.mine : mix(colors.mine, colors.panel, HEAT_LEAST + (1 - HEAT_LEAST) * share)
}

/** Draws into the square from (0, 0) to (size, size) and never outside it. */
export function drawSeat(
  pen: CanvasRenderingContext2D,
  size: number,
  style: SeatStyle,
  theme: SeatMapTheme,
): void {
  const line = Math.max(1, Math.round(size * EDGE))
  pen.save()
  const corner = size * (style.isRound ? ROUND : CORNER)
  bodies[style.look]({ pen, size, line, corner, theme, style })
  pen.restore()
}

/** The signs on a seat. A blocked seat gets none: its cross says all there is to say. */
export function marksOf({ look, isLadies, isWheelchair }: SeatStyle): readonly Mark[] {
  if (look === 'blocked' || isHeat(look)) return []
  const marks: Mark[] = []
  if (look === 'mine' || look === 'asking' || look === 'aside') marks.push('tick')
  if (isLadies) marks.push('ladies')
  if (isWheelchair) marks.push('wheelchair')
  return marks
}

/** `hasNumber`: leaves the upper half to the seat's number. */
export function drawMarks(easel: Omit<Easel, 'line' | 'corner'>, hasNumber: boolean): void {
  const { pen, size, theme, style } = easel
  const marks = marksOf(style)
  const each = size * (hasNumber || marks.length > 1 ? SMALL_MARK : LONE_MARK)
  const start = size / 2 - ((marks.length - 1) / 2) * each
  for (const [place, mark] of marks.entries()) {
    pen.strokeStyle = css(markColor(mark, style, theme))
    drawMark(pen, mark, { x: start + place * each, y: size * (hasNumber ? MARK_LINE : 0.5), size: each })
  }
}

/** Height of a number's middle, as a share of the seat's height: higher if marks stand below it. */
export function numberLine(style: SeatStyle): number {
  return marksOf(style).length > 0 ? 0.34 : 0.52
}

export function numberColor({ look }: SeatStyle, theme: SeatMapTheme): Rgb | null {
  if (look === 'blocked') return null
  if (isHeat(look)) return mostReadable([theme.colors.ink, theme.colors.paper], groundOf(look, theme))
  if (look === 'mine') return mostReadable([theme.colors.ink, theme.colors.paper], theme.colors.mine)
  if (look === 'sold') return inkOn(theme, theme.colors.sold)
  return look === 'free' || look === 'asking' ? theme.colors.ink : theme.colors.quietInk
}

export function isHeat(look: SeatLook): look is HeatLook {
  return (heatLooks as readonly SeatLook[]).includes(look)
}

/** The colour behind a number, which stands in the middle of its seat. */
function groundOf(look: SeatLook, theme: SeatMapTheme): Rgb {
  return heatShare(look) > 0.5 ? heatColor(look, theme) : theme.colors.panel
}

function markColor(mark: Mark, style: SeatStyle, theme: SeatMapTheme): Rgb {
  if (style.look === 'mine' || style.look === 'sold') return numberColor(style, theme) ?? theme.colors.ink
  if (mark === 'tick') return theme.colors.mine
  return mark === 'ladies' && style.look === 'free' ? theme.colors.ladies : theme.colors.ink
}

function tinted({ theme: { colors, isForced } }: Easel): Rgb {
  return isForced ? colors.panel : mix(colors.held, colors.panel, TINT)
}

function outline({ pen, size, corner: round }: Easel, inset: number): void {
  pen.beginPath()
  pen.roundRect(inset, inset, size - 2 * inset, size - 2 * inset, Math.max(0, round - inset))
}

function fill(easel: Easel, color: Rgb): void {
  easel.pen.fillStyle = css(color)
  outline(easel, 0)
  easel.pen.fill()
}

function edge(easel: Easel, color: Rgb, dashes: number[], inset = 0): void {
  const { pen, line } = easel
  pen.strokeStyle = css(color)
  pen.lineWidth = line
  pen.setLineDash(dashes)
  outline(easel, inset + line / 2)
  pen.stroke()
}

/** `count` equal dashes around the seat, `share` of each period drawn, so that no odd piece remains where the outline closes. */
function evenDashes({ size, line, corner: round }: Easel, count: number, share: number): number[] {
  const side = size - line
  const corner = round - line / 2
  const period = (4 * (side - 2 * corner) + 2 * Math.PI * corner) / count
  return [period * share, period * (1 - share)]
}

/** [L2] Two dashed outlines, one inside the other. */
function drawLadiesEdges(easel: Easel): void {
  const { ladies } = easel.theme.colors
  edge(easel, ladies, evenDashes(easel, 20, 0.62))
  const thin = { ...easel, line: Math.max(1, easel.line / 2) }
  edge(thin, ladies, evenDashes(easel, 20, 0.62), easel.line * 2)
}

/** Drawn inside the green edge, which keeps a pale zone colour visible on a pale seat. */
function drawZone({ pen, size, line, corner, style }: Easel): void {
  if (!style.zone) return
  const thick = Math.max(1.5, line * 1.5)
  pen.save()
  pen.beginPath()
  pen.roundRect(line, line, size - 2 * line, size - 2 * line, Math.max(0, corner - line))
  pen.clip()
  pen.fillStyle = css(style.zone)
  pen.fillRect(0, 0, size, line + thick)
  pen.restore()
}

function foldCorner(easel: Easel): void {
  const { pen, size, theme } = easel
  pen.save()
  outline(easel, 0)
  pen.clip()
  pen.fillStyle = css(theme.colors.held)
  pen.beginPath()
  pen.moveTo(size * 0.62, 0)
  pen.lineTo(size, 0)
  pen.lineTo(size, size * 0.38)
  pen.fill()
  pen.restore()
}

function cross({ pen, size, line, theme }: Easel): void {
  const [near, far] = [size * 0.28, size * 0.72]
  pen.strokeStyle = css(theme.colors.blocked)
  pen.lineWidth = line
  pen.lineCap = 'round'
  pen.beginPath()
  pen.moveTo(near, near)
  pen.lineTo(far, far)
  pen.moveTo(far, near)
  pen.lineTo(near, far)
  pen.stroke()
}
