import { type Bounds, type Camera, confine, toScreen, type Viewport } from './camera.ts'
import { type Box, boxAround, contains, intersects, type Point } from './geometry.ts'

/** Margin kept around a seat, as a share of the view on each side, so that its neighbours are seen with it. */
const MARGIN = 0.15
/** Least margin, CSS px: the zoom buttons on the right (44 px in touch mode) and their spacing. */
const LEAST_MARGIN_PX = 64

export interface ShowingTerms {
  readonly bounds: Bounds
  /** The part hidden by the minimap, CSS px. */
  readonly covered: Box | null
}

/** Whether the middle of a seat (plan units) can be seen at all, in a view of this size. */
export function isInSight(
  seat: Point,
  camera: Camera,
  { width, height }: Viewport,
  covered: Box | null,
): boolean {
  const at = toScreen(camera, seat)
  if (covered !== null && contains(covered, at)) return false
  return contains({ left: 0, top: 0, right: width, bottom: height }, at)
}

/**
 * The camera that shows a seat (plan units) without zooming; null if the current one already does. Each axis on its own: along a
 * row at the edge of the house, which can never be centred, the view must not jump with every step.
 */
export function showing(seat: Point, camera: Camera, { bounds, covered }: ShowingTerms): Camera | null {
  const { viewport, seatRadius } = bounds
  const at = toScreen(camera, seat)
  const half = seatRadius * camera.scale
  const isHidden = covered !== null && intersects(boxAround(at, half), covered)
  const isKept = (middle: number, size: number) => {
    const margin = Math.max(size * MARGIN, LEAST_MARGIN_PX) + half
    return !isHidden && middle >= margin && middle <= size - margin
  }
  const { width, height } = viewport
  const to = confine(
    {
      x: isKept(at.x, width) ? camera.x : seat.x - width / camera.scale / 2,
      y: isKept(at.y, height) ? camera.y : seat.y - height / camera.scale / 2,
      scale: camera.scale,
    },
    bounds,
  )
  return to.x === camera.x && to.y === camera.y ? null : to
}
