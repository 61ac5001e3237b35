// Gives a draft the canvas that its seats and areas need, and a scale at which its smallest place can be drawn.
// Owns that calculation; must never change relative positions.

import { emptyBox, joinBoxes, sectionBox } from '../seat-plan/boxes.ts'
import type { Area } from '../seat-plan/plan.ts'
import type { DraftSeat, DraftSection, PlanDraft } from './draft.ts'
import { planLimits } from './limits.ts'

/** Margin around everything, in plan units: two usual seats. */
const margin = 40
/** With smaller dots a crowd becomes a grey cloud. */
const leastRadius = 2

export function fitCanvas(draft: PlanDraft): PlanDraft {
  const box = draft.sections.map(sectionBox).reduce(joinBoxes, emptyBox)
  if (box.right < box.left) return draft
  const by = Math.max(1, leastRadius / smallestRadius(draft))
  const move = { by, x: margin - box.left * by, y: margin - box.top * by }
  return {
    ...draft,
    width: Math.min((box.right - box.left) * by + 2 * margin, planLimits.canvas),
    height: Math.min((box.bottom - box.top) * by + 2 * margin, planLimits.canvas),
    sections: draft.sections.map((section) => movedSection(section, move)),
  }
}

function smallestRadius({ sections }: PlanDraft): number {
  let least = Infinity
  for (const { rows } of sections)
    for (const { seats } of rows) for (const { radius } of seats) least = Math.min(least, radius)
  return least
}

interface Move {
  readonly by: number
  readonly x: number
  readonly y: number
}

function movedSection(section: DraftSection, move: Move): DraftSection {
  return {
    ...section,
    rows: section.rows.map((row) => ({ ...row, seats: row.seats.map((seat) => movedSeat(seat, move)) })),
    areas: section.areas.map((area) => movedArea(area, move)),
  }
}

function movedSeat(seat: DraftSeat, { by, x, y }: Move): DraftSeat {
  const radius = Math.min(seat.radius * by, planLimits.largestRadius)
  return { ...seat, x: seat.x * by + x, y: seat.y * by + y, radius }
}

function movedArea(area: Area, { by, x, y }: Move): Area {
  return {
    ...area,
    x: area.x * by + x,
    y: area.y * by + y,
    width: area.width * by,
    height: area.height * by,
    points: area.points.map((at) => at * by),
  }
}
