// Who sits in which row and which rows make a section, as a person finds them: by position, from the left.
// Owns that order; must never read the numbers printed on seats (odd/even halls run both ways).

import type { SeatId } from '../../shared/domain/ids.ts'
import { type Plan, isGone } from '../../shared/domain/seat-plan/plan.ts'

export interface SeatRows {
  readonly plan: Plan
  /** By row index: its seats from the left, or from the top for a row that runs straight down. */
  readonly seatsOfRow: readonly (readonly SeatId[])[]
  /** By section index: its rows that have seats, in the plan's order. */
  readonly rowsOfSection: readonly (readonly number[])[]
}

export function makeSeatRows(plan: Plan): SeatRows {
  const seatsOfRow: SeatId[][] = plan.rows.map(() => [])
  for (let seat = 0; seat < plan.count; seat += 1)
    if (!isGone(plan, seat)) seatsOfRow[plan.row[seat] as number]?.push(seat as SeatId)
  for (const seats of seatsOfRow) seats.sort((a, b) => fromTheLeft(plan, a, b))

  const rowsOfSection: number[][] = plan.sections.map(() => [])
  for (const [row, { section }] of plan.rows.entries()) {
    const isEmpty = seatsOfRow[row]?.length === 0
    if (!isEmpty) rowsOfSection[section]?.push(row)
  }
  return { plan, seatsOfRow, rowsOfSection }
}

export function sectionOf(plan: Plan, seatId: SeatId): number {
  return plan.rows[plan.row[seatId] ?? 0]?.section ?? 0
}

function fromTheLeft({ x, y }: Plan, a: SeatId, b: SeatId): number {
  return (x[a] as number) - (x[b] as number) || (y[a] as number) - (y[b] as number)
}
