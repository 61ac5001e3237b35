// Lays floors that were drawn on top of each other side by side, each to the right of the one below.
// Owns the shift; must never move seats of one floor relative to each other, nor anything on floor 0.

import { known } from '../../lib/assert.ts'
import type { DraftSection, PlanDraft } from '../plan-import/draft.ts'
import type { Box } from './boxes.ts'
import { emptyBox, joinBoxes, sectionBox } from './boxes.ts'
import { findFloors } from './floors.ts'

/** Gap between two floors, in seat radii: two seats wide, so that it does not look like an aisle. */
const gapInRadii = 4

/** `draft` with its floors side by side; width grows as needed. The same draft when nothing is stacked. */
export function laySideBySide(draft: PlanDraft): PlanDraft {
  const { floorOf, count } = findFloors(draft.sections)
  if (count <= 1) return draft
  const boxes = floorBoxes(draft, floorOf, count)
  const gap = gapInRadii * largestRadius(draft)
  const shifts: number[] = []
  let edge = 0
  for (const [floor, box] of boxes.entries()) {
    const shift = floor === 0 ? 0 : Math.max(0, edge + gap - box.left)
    shifts.push(shift)
    edge = Math.max(edge, box.right + shift)
  }
  const sections = draft.sections.map((section, index) =>
    moved(section, known(shifts[known(floorOf[index], 'floor')], 'shift of a floor')),
  )
  return { ...draft, sections, width: Math.max(draft.width, edge + gap) }
}

/** Boxes clamped to the canvas: what is drawn outside it is not visible, and must not push floors apart. */
function floorBoxes(draft: PlanDraft, floorOf: readonly number[], count: number): readonly Box[] {
  const boxes = Array.from({ length: count }, () => emptyBox)
  for (const [index, section] of draft.sections.entries()) {
    const floor = known(floorOf[index], 'floor of a section')
    boxes[floor] = joinBoxes(known(boxes[floor], 'box of a floor'), sectionBox(section))
  }
  return boxes.map((box) => ({
    ...box,
    left: Math.max(0, box.left),
    right: Math.min(draft.width, box.right),
  }))
}

function largestRadius(draft: PlanDraft): number {
  let largest = 0
  for (const { rows } of draft.sections)
    for (const { seats } of rows) for (const { radius } of seats) largest = Math.max(largest, radius)
  return largest
}

function moved(section: DraftSection, shift: number): DraftSection {
  if (shift === 0) return section
  return {
    ...section,
    rows: section.rows.map((row) => ({
      ...row,
      seats: row.seats.map((seat) => ({ ...seat, x: seat.x + shift })),
    })),
    areas: section.areas.map((area) => ({ ...area, x: area.x + shift })),
  }
}
