// Lays out a list without positions: sections one below the other, rows in order of their letters, seats side by
// side in order of their numbers. Owns these distances; must never leave a gap that the file does not ask for.

import type { ListedSeat } from './listed-seat.ts'
import { naturalOrder } from './natural-order.ts'
import type { Offset } from './pretix-parts.ts'
import { blockBox } from './standing-block.ts'

/** Seats 20 wide with a fifth of that between them; rows further apart, as knees need. */
const pitch = 24
const rowStep = 32
/** Between two blocks of one row: an aisle a seat and a half wide. */
const aisle = 30
/** Space below a section, for the name of the next one. */
const sectionStep = 72
const margin = 48

interface OnGrid {
  readonly listed: ListedSeat
  readonly at: Offset
}

/**
 * A missing number leaves no gap, since many houses number odd and even apart; a line of kind `gap` leaves room
 * for one seat. In the order of the list; gaps are left out.
 */
export function placeOnGrid(listed: readonly ListedSeat[]): readonly OnGrid[] {
  const places = new Map<ListedSeat, Offset>()
  let top = margin
  for (const section of Map.groupBy(listed, (one) => one.section).values())
    top = placeSection(section, top, places) + sectionStep
  return listed.flatMap((one) => {
    const at = places.get(one)
    return at && one.kind !== 'gap' ? [{ listed: one, at }] : []
  })
}

/** Returns the height at which the section ends. */
function placeSection(section: readonly ListedSeat[], top: number, places: Map<ListedSeat, Offset>): number {
  const rows = Map.groupBy(
    section.filter((one) => one.places === 1),
    ({ row }) => row,
  )
  let y = top
  for (const [, row] of [...rows].toSorted(([a], [b]) => naturalOrder(a, b))) {
    placeRow(row, y, places)
    y += rowStep
  }
  for (const one of section.filter(({ places: count }) => count > 1)) {
    const { width, height } = blockBox(one.places, pitch / 2)
    places.set(one, { x: margin + width / 2, y: y + height / 2 })
    y += height + rowStep
  }
  return y - rowStep
}

function placeRow(row: readonly ListedSeat[], y: number, places: Map<ListedSeat, Offset>): void {
  let x = margin
  const inOrder = row.toSorted((a, b) => naturalOrder(a.block, b.block) || naturalOrder(a.number, b.number))
  for (const [index, one] of inOrder.entries()) {
    if (index > 0 && one.block !== inOrder[index - 1]?.block) x += aisle
    places.set(one, { x, y })
    x += pitch
  }
}
