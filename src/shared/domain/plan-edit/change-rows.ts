// Changes to whole rows, chosen by any of their seats: reshaping, naming, numbering. Owns these changes; must never take marks, zone
// or id from a seat that stays.

import { known } from '../../lib/assert.ts'
import type { DraftRow, DraftSeat, PlanDraft } from '../plan-import/draft.ts'
import type { Offset } from '../plan-import/pretix-parts.ts'
import { withRoom } from './add-parts.ts'
import { type Chosen, freshIds, isTouched, withRows } from './chosen.ts'
import { type Numbering, type RowNaming, rowNames, seatNames } from './row-names.ts'
import { layRow, type RowShape } from './row-shape.ts'

/** Lays rows out again about their present middle; added seats copy the row's last one, and continue its numbers. */
export function reshaped(draft: PlanDraft, chosen: Chosen, shape: RowShape): PlanDraft {
  const fresh = freshIds(draft)
  return withRoom(
    withRows(draft, chosen, (row) => {
      const own = fromLeft(row.seats)
      const last = known(own.at(-1), 'last seat of a chosen row')
      const places = layRow(middleOf(own), shape)
      const seats = places.map(({ x, y }, index): DraftSeat => {
        const seat = own[index]
        if (seat) return { ...seat, x, y }
        const uuid = fresh()
        return {
          ...last,
          uuid,
          guid: uuid,
          number: onwards(last.number, index - own.length + 1),
          x,
          y,
          flags: [],
        }
      })
      return { ...row, seats }
    }),
  )
}

/** "12" continues with 13, "D" with E; anything else gets "+1" and so on appended. */
function onwards(number: string, by: number): string {
  if (/^\d{1,9}$/.test(number)) return String(Number(number) + by)
  if (/^[A-Y]$/.test(number) && number.charCodeAt(0) + by <= 'Z'.charCodeAt(0))
    return String.fromCharCode(number.charCodeAt(0) + by)
  return `${number}+${by}`
}

/** The position of the middle seat, or half-way between the middle two. */
function middleOf(seats: readonly DraftSeat[]): Offset {
  const left = known(seats[Math.floor((seats.length - 1) / 2)], 'seat left of the middle')
  const right = known(seats[Math.ceil((seats.length - 1) / 2)], 'seat right of the middle')
  return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 }
}

function fromLeft(seats: readonly DraftSeat[]): readonly DraftSeat[] {
  return seats.toSorted((a, b) => a.x - b.x)
}

/** Renames rows from the front: each existing label becomes the next of the series, so that the parts of a row stay one row. */
export function labelled(draft: PlanDraft, chosen: Chosen, naming: RowNaming): PlanDraft {
  const sections = draft.sections.map((section) => {
    const touched = section.rows.filter((row) => isTouched(row, chosen.seats))
    const front = touched.toSorted((a, b) => topOf(a) - topOf(b))
    const before = [...new Set(front.map(({ label }) => label))]
    const names = rowNames(naming, before.length)
    const after = new Map(before.map((label, index) => [label, known(names[index], 'name of a row')]))
    const rows = section.rows.map((row) =>
      isTouched(row, chosen.seats) ? { ...row, label: known(after.get(row.label), 'new name') } : row,
    )
    return { ...section, rows }
  })
  return { ...draft, sections }
}

function topOf({ seats }: DraftRow): number {
  return Math.min(...seats.map(({ y }) => y))
}

/** Numbers seats from the left, continuing across the parts of one row. */
export function numbered(draft: PlanDraft, chosen: Chosen, numbering: Numbering): PlanDraft {
  const numbers = new Map<DraftSeat, string>()
  for (const { rows } of draft.sections)
    for (const parts of Map.groupBy(rows, ({ label }) => label).values()) {
      const seats = fromLeft(parts.filter((row) => isTouched(row, chosen.seats)).flatMap((row) => row.seats))
      const names = seatNames(numbering, seats.length)
      for (const [index, seat] of seats.entries()) numbers.set(seat, known(names[index], 'number'))
    }
  return withRows(draft, chosen, (row) => ({
    ...row,
    seats: row.seats.map((seat) => ({ ...seat, number: known(numbers.get(seat), 'new number') })),
  }))
}
