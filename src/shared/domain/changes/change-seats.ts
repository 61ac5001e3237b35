// Takes seats of a show off sale for a reason, and puts them on sale again. Nobody loses a seat: those that are sold or held are left
// as they are, and named [A2].

import type { HouseEvent } from '../events.ts'
import { lapsedUnder } from '../hold-end.ts'
import type { SeatId, ShowId } from '../ids.ts'
import { type FoundSeat, type FoundShow, claimStateAt } from '../show.ts'
import { changes, same, skipped } from './change.ts'
import type { Part, RowId, RowOutcome, SeatsChange, SkipReason } from './change.ts'

export function changeSeats(
  found: { readonly show: FoundShow | null; readonly rows: readonly FoundSeat[] },
  { blockedFor }: SeatsChange,
  ids: readonly RowId[],
  nowMs: number,
): Part {
  const byId = new Map(found.rows.map((seat) => [seat.seatId as RowId, seat]))
  const changing: FoundSeat[] = []
  const outcomes = [...new Set(ids)].map((id): RowOutcome => {
    const seat = byId.get(id)
    if (!seat) return skipped(id, 'not-found')
    if ((seat.blockedFor ?? null) === blockedFor) return same(id)
    const reason = blockedFor === null ? null : hindranceOf(seat, nowMs)
    if (reason) return skipped(id, reason)
    changing.push(seat)
    return changes(id)
  })
  if (!found.show || changing.length === 0) return { events: [], outcomes }
  const { showId } = found.show
  return {
    events: blockedFor === null ? unblocked(showId, changing) : blocked(showId, changing, blockedFor),
    outcomes,
  }
}

/** Why a seat cannot be taken off sale; null: it can. */
export function hindranceOf(seat: FoundSeat, nowMs: number): SkipReason | null {
  const state = seat.claimedBy ? claimStateAt(seat.claimedBy, nowMs) : 'available'
  if (state === 'available') return null
  return state === 'sold' ? 'sold' : 'held'
}

/** [H5] A lapsed booking that still occupied a seat is ended, as when anybody else takes the seat. */
export function blocked(showId: ShowId, seats: readonly FoundSeat[], reason: string): readonly HouseEvent[] {
  const type = 'seats-blocked'
  const onSale = seats.filter(({ blockedFor }) => blockedFor === undefined).map(({ seatId }) => seatId)
  const events: HouseEvent[] = byReason(seats).map(([insteadOf, seatIds]) => ({
    type,
    showId,
    seatIds,
    reason,
    insteadOf,
  }))
  if (onSale.length > 0) events.unshift({ type, showId, seatIds: onSale, reason })
  return [...lapsedUnder(seats), ...events]
}

export function unblocked(showId: ShowId, seats: readonly FoundSeat[]): readonly HouseEvent[] {
  return byReason(seats).map(([reason, seatIds]) => ({ type: 'seats-unblocked', showId, seatIds, reason }))
}

/** The seats that are already off sale, grouped by reason: one event each, so that an undo can restore the reason. */
function byReason(seats: readonly FoundSeat[]): [reason: string, seatIds: SeatId[]][] {
  const reasons = new Set(seats.flatMap(({ blockedFor }) => blockedFor ?? []))
  return [...reasons].map((reason) => [
    reason,
    seats.filter(({ blockedFor }) => blockedFor === reason).map(({ seatId }) => seatId),
  ])
}
