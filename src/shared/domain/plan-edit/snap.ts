// Where a drag ends: in line with what is beside or above, else on a fine grid. Owns these distances; must never move anything itself.

import { emptyBox, joinBoxes } from '../seat-plan/boxes.ts'
import type { PlanDraft } from '../plan-import/draft.ts'
import { type Chosen, seatsOf } from './chosen.ts'

/** How near a drag must come to snap: half a usual seat's radius. */
const reach = 5
/** Fine enough for any house, coarse enough that a hand can hit the same place twice. */
export const fineStep = 4

interface Way {
  readonly dx: number
  readonly dy: number
}

/** Plan units. Aligns the leftmost of the chosen seats' centres across, and the topmost down, each by itself. */
export function snapped(draft: PlanDraft, { seats }: Chosen, { dx, dy }: Way): Way {
  const all = [...seatsOf(draft)]
  const own = all.filter(({ uuid }) => seats.has(uuid))
  const { left, top } = own.reduce(
    (box, { x, y }) => joinBoxes(box, { left: x, top: y, right: x, bottom: y }),
    emptyBox,
  )
  const others = all.filter(({ uuid }) => !seats.has(uuid))
  return {
    dx: inLine(
      left,
      dx,
      others.map(({ x }) => x),
    ),
    dy: inLine(
      top,
      dy,
      others.map(({ y }) => y),
    ),
  }
}

function inLine(from: number, by: number, lines: readonly number[]): number {
  const nearest = lines.reduce(
    (best, line) => (Math.abs(line - from - by) < Math.abs(best - from - by) ? line : best),
    Infinity,
  )
  return Math.abs(nearest - from - by) <= reach ? nearest - from : Math.round(by / fineStep) * fineStep
}
