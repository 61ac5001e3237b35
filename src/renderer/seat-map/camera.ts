// Where the viewer looks: the maths of pan, zoom and fit. Owns the limits of both.
// Must never touch a canvas, the DOM or a clock: every function returns a new camera.

import { type Box, clamp, type Point } from './geometry.ts'

/** The plan point in the viewport's top left corner, and CSS px per plan unit. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** CSS px. */
export interface Viewport {
  readonly width: number
  readonly height: number
}

/** What a camera may see: the plan's own bounds (plan units) and how near one may go. */
export interface Bounds {
  readonly content: Box
  readonly viewport: Viewport
  readonly seatRadius: number
}

/** Seats at their natural size: the 40 px of the coach look [L2]. */
export const NATURAL_SEAT_PX = 40
/** Nearest zoom: one and a half times the natural size, enough to read a seat from a step behind the seller. */
const LARGEST_SEAT_PX = NATURAL_SEAT_PX * 1.5
/** Margin around the plan at fit, CSS px: --space-5. */
const FIT_MARGIN_PX = 24
/**
 * Kept free on either side at fit, CSS px: room for the zoom buttons (44 px in touch mode) and their margin, so that they cover
 * no seat and the plan stays centred.
 */
export const ASIDE_PX = 64
/** How far past the plan's edge one may pan, CSS px: lets the last row come out from under the minimap. */
const SLACK_PX = 96

export function toScreen(camera: Camera, at: Point): Point {
  return { x: (at.x - camera.x) * camera.scale, y: (at.y - camera.y) * camera.scale }
}

export function toPlan(camera: Camera, at: Point): Point {
  return { x: camera.x + at.x / camera.scale, y: camera.y + at.y / camera.scale }
}

export function toPlanBox(camera: Camera, { left, top, right, bottom }: Box): Box {
  const [from, to] = [toPlan(camera, { x: left, y: top }), toPlan(camera, { x: right, y: bottom })]
  return { left: from.x, top: from.y, right: to.x, bottom: to.y }
}

/** The plan units the viewport shows. */
export function visibleBox(camera: Camera, { width, height }: Viewport): Box {
  const { x, y, scale } = camera
  return { left: x, top: y, right: x + width / scale, bottom: y + height / scale }
}

export function fitScale({ content, viewport, seatRadius }: Bounds): number {
  const across = Math.max(1, viewport.width - 2 * ASIDE_PX) / (content.right - content.left)
  const down = Math.max(1, viewport.height - 2 * FIT_MARGIN_PX) / (content.bottom - content.top)
  return Math.min(across, down, NATURAL_SEAT_PX / (2 * seatRadius))
}

export function largestScale({ seatRadius }: Bounds): number {
  return LARGEST_SEAT_PX / (2 * seatRadius)
}

/** The whole plan, centred; a small plan no larger than its natural size. */
export function fit(bounds: Bounds): Camera {
  return confine({ x: 0, y: 0, scale: fitScale(bounds) }, bounds)
}

/** Whether the whole plan fits the view at this zoom. */
export function isFit(camera: Camera, bounds: Bounds): boolean {
  return camera.scale <= fitScale(bounds) * 1.0001
}

/** Whether nothing of the plan is out of sight, at whatever zoom. */
export function isAllSeen(camera: Camera, { content, viewport }: Bounds): boolean {
  const { left, top, right, bottom } = visibleBox(camera, viewport)
  return left <= content.left && top <= content.top && right >= content.right && bottom >= content.bottom
}

export function pan(camera: Camera, by: Point, bounds: Bounds): Camera {
  const { x, y, scale } = camera
  return confine({ x: x - by.x / scale, y: y - by.y / scale, scale }, bounds)
}

/** Zooms so that the plan point under `at` (CSS px) stays under it, limits allowing. */
export function zoomAbout(camera: Camera, factor: number, at: Point, bounds: Bounds): Camera {
  const scale = clamp(camera.scale * factor, fitScale(bounds), largestScale(bounds))
  const held = toPlan(camera, at)
  return confine({ x: held.x - at.x / scale, y: held.y - at.y / scale, scale }, bounds)
}

/** Puts a plan point in the middle. */
export function centreOn(at: Point, scale: number, bounds: Bounds): Camera {
  const { width, height } = bounds.viewport
  return confine({ x: at.x - width / scale / 2, y: at.y - height / scale / 2, scale }, bounds)
}

/**
 * Part of the way from one camera to another, `t` from 0 to 1. Edges of the view move in straight lines, which keeps
 * the fixed point of a zoom where it is.
 */
export function between(from: Camera, to: Camera, t: number): Camera {
  const mix = (a: number, b: number) => a + (b - a) * t
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), scale: 1 / mix(1 / from.scale, 1 / to.scale) }
}

/** The nearest camera that keeps the plan in sight. */
export function confine(camera: Camera, bounds: Bounds): Camera {
  const { content, viewport } = bounds
  const scale = clamp(camera.scale, fitScale(bounds), largestScale(bounds))
  const slack = SLACK_PX / scale
  return {
    x: confineAxis(camera.x, viewport.width / scale, { low: content.left, high: content.right, slack }),
    y: confineAxis(camera.y, viewport.height / scale, { low: content.top, high: content.bottom, slack }),
    scale,
  }
}

interface Extent {
  readonly low: number
  readonly high: number
  readonly slack: number
}

function confineAxis(start: number, shown: number, { low, high, slack }: Extent): number {
  const isWhole = shown >= high - low
  if (isWhole) return (low + high - shown) / 2
  return clamp(start, low - slack, high + slack - shown)
}
