// Temporary drawings over the plan: old looks fading out, the ring around a seat.
// Owns how rings look; must never be part of a tile, or the tile would have to be repainted to remove it.

import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { type Camera, toScreen } from './camera.ts'
import { css, type Rgb } from './color.ts'
import type { Fade } from './fades.ts'
import { type Box, boxAround, grow, scaleBox } from './geometry.ts'
import type { SeatLevel } from './seat-level.ts'
import { drawnRadius } from './standing-dots.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'

/** LOOK.md: a 2 px ring at a distance of 2 px; a halo of paper sets it off from any seat it crosses. CSS px. */
const RING_PX = 2
const RING_OFF_PX = 2
const HALO_PX = 2
/** Around a seat smaller than this (CSS px) all of that would cover half of each neighbour: the ring is reduced and has no halo. */
const SMALL_SEAT_PX = 16
const SMALL_RING_PX = 1.5
const SMALL_RING_OFF_PX = 1
const HOVER_PX = 1.5
const PROBLEM_PX = 4
/**
 * [H14] Width of the ring around a seat that would be left alone, and size of the badge on top of it, CSS px: visible at any
 * zoom, no larger than a small seat.
 */
const ALONE_PX = 2
const ALONE_DASH_PX = 4
const ALONE_GAP_PX = 3
const BADGE_PX = 8
/** A ring around a far seat is never smaller than this, CSS px: half of it would not be found. */
const LEAST_RING_PX = 12
/** The focus ring stays close where seats are just large enough for a mouse; farther off it still has to be found. */
const LEAST_FOCUS_PX = 8
/** Corner radius of the ring as a share of its width: the seat's own corner, farther out. */
const CORNER = 0.26

export interface OverlayTerms {
  readonly plan: Plan
  readonly theme: SeatMapTheme
  readonly level: SeatLevel
  readonly camera: Camera
  readonly ratio: number
}

/** The seat's square on the canvas, device px. */
export function seatOnCanvas(
  { plan, camera, ratio }: Omit<OverlayTerms, 'theme' | 'level'>,
  seatId: SeatId,
): Box {
  const at = toScreen(camera, { x: plan.x[seatId] as number, y: plan.y[seatId] as number })
  return scaleBox(boxAround(at, drawnRadius(plan, seatId) * camera.scale), ratio)
}

/** All that a ring or a fade of this seat can touch. */
export function ringBox(terms: Omit<OverlayTerms, 'theme' | 'level'>, seatId: SeatId): Box {
  return grow(seatOnCanvas(terms, seatId), (LEAST_RING_PX + RING_PX + RING_OFF_PX + HALO_PX) * terms.ratio)
}

export function drawFade(
  pen: CanvasRenderingContext2D,
  terms: OverlayTerms,
  fade: Fade,
  strength: number,
): void {
  const { left, top, right, bottom } = seatOnCanvas(terms, fade.seatId)
  const { dots, sprites } = terms.level
  const look = dots?.isDot[fade.seatId] ? dots.sprites : sprites
  const sprite = look?.of(fade.seatId, fade.fromLook)
  if (!sprite) return
  pen.globalAlpha = strength
  pen.drawImage(
    sprite.picture,
    Math.round(left),
    Math.round(top),
    Math.round(right - left),
    Math.round(bottom - top),
  )
  pen.globalAlpha = 1
}

export function drawFocusRing(pen: CanvasRenderingContext2D, terms: OverlayTerms, seatId: SeatId): void {
  const { paper, accent } = terms.theme.colors
  const isSmall = 2 * drawnRadius(terms.plan, seatId) * terms.camera.scale < SMALL_SEAT_PX
  if (isSmall) {
    const thinOff = SMALL_RING_OFF_PX + SMALL_RING_PX / 2
    return ring(pen, terms, seatId, {
      color: accent,
      width: SMALL_RING_PX,
      off: thinOff,
      least: LEAST_FOCUS_PX,
    })
  }
  const off = RING_OFF_PX + RING_PX / 2
  ring(pen, terms, seatId, { color: paper, width: RING_PX + 2 * HALO_PX, off })
  ring(pen, terms, seatId, { color: accent, width: RING_PX, off })
}

export function drawHoverRing(pen: CanvasRenderingContext2D, terms: OverlayTerms, seatId: SeatId): void {
  ring(pen, terms, seatId, { color: terms.theme.colors.ink, width: HOVER_PX, off: HOVER_PX / 2 })
}

/** Close around the seat and thick: the only such ring on the map. */
export function drawProblemRing(pen: CanvasRenderingContext2D, terms: OverlayTerms, seatId: SeatId): void {
  ring(pen, terms, seatId, { color: terms.theme.colors.problem, width: PROBLEM_PX, off: PROBLEM_PX / 2 })
}

/** A dashed ring with an exclamation mark on top: this seat would be left single. */
export function drawAloneMark(pen: CanvasRenderingContext2D, terms: OverlayTerms, seatId: SeatId): void {
  const { ink, problem: usual, paper } = terms.theme.colors
  // With forced colours, the system's highlight is a background colour, and pale.
  const problem = terms.theme.isForced ? ink : usual
  const { ratio } = terms
  pen.save()
  pen.setLineDash([ALONE_DASH_PX * ratio, ALONE_GAP_PX * ratio])
  ring(pen, terms, seatId, { color: problem, width: ALONE_PX, off: ALONE_PX })
  pen.setLineDash([])
  const seat = seatOnCanvas(terms, seatId)
  const at = { x: (seat.left + seat.right) / 2, y: Math.min(seat.top, seat.bottom - LEAST_RING_PX * ratio) }
  const reach = BADGE_PX * ratio
  pen.beginPath()
  pen.arc(at.x, at.y, reach, 0, 2 * Math.PI)
  pen.fillStyle = css(problem)
  pen.fill()
  pen.strokeStyle = css(paper)
  pen.lineWidth = ratio
  pen.stroke()
  pen.fillStyle = css(paper)
  pen.fillRect(at.x - ratio, at.y - reach * 0.6, 2 * ratio, reach * 0.75)
  pen.fillRect(at.x - ratio, at.y + reach * 0.35, 2 * ratio, 2 * ratio)
  pen.restore()
}

interface Ring {
  readonly color: Rgb
  readonly width: number
  readonly off: number
  /** Least width of the square that the ring goes around. */
  readonly least?: number
}

function ring(
  pen: CanvasRenderingContext2D,
  terms: OverlayTerms,
  seatId: SeatId,
  { color, width, off, least = LEAST_RING_PX }: Ring,
): void {
  const { ratio } = terms
  const seat = seatOnCanvas(terms, seatId)
  const half = Math.max((seat.right - seat.left) / 2, (least * ratio) / 2) + off * ratio
  const x = (seat.left + seat.right) / 2
  const y = (seat.top + seat.bottom) / 2
  pen.strokeStyle = css(color)
  pen.lineWidth = width * ratio
  pen.beginPath()
  pen.roundRect(x - half, y - half, 2 * half, 2 * half, 2 * half * CORNER)
  pen.stroke()
}
