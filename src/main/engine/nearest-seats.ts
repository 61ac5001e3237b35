// [P8] Where a party whose payment came too late may still sit: the nearest seats together that cost the same. Owns what counts
// as free for it; must never claim anything: that is up to the decision.

import type { Booking, BookingLine } from '../../shared/domain/booking.ts'
import type { BookingId, SeatId } from '../../shared/domain/ids.ts'
import { nearestTogether } from '../../shared/domain/seat-plan/best-available.ts'
import { refusalOfSitting } from '../../shared/domain/seat-rules.ts'
import { seatStateCode } from '../../shared/domain/seat-state.ts'
import { type FoundSeat, type FoundShow, priceOf } from '../../shared/domain/show.ts'
import { aroundMoved } from './around.ts'
import type { Reader } from './reader.ts'
import { statesNow } from './states-now.ts'

/** Neighbouring seats may have rules (a ladies' seat beside); among this many proposals some have none. */
const TRIES_MAX = 20

interface Ask {
  readonly bookingId: BookingId
  readonly nowMs: number
}

/**
 * [P8] Free seats together at the price of the booking's own seats; null if there are none left. [H4] A seat is free by rule,
 * whether or not the end of its hold is recorded.
 */
export function nearestSeats(reader: Reader, { bookingId, nowMs }: Ask): FoundSeat[] | null {
  const booking = reader.booking(bookingId)
  const show = booking && reader.show(booking.showId, booking.priceVersion)
  if (!booking || !show || booking.lines.length === 0) return null
  const { showId, lines } = booking
  const near = lines.map(({ seatId }) => seatId)
  const states = statesFor(reader, show, lines, nowMs)
  const choices = nearestTogether(reader.planOfShow(showId), states, near, TRIES_MAX)
  const theirs = choices.find((seatIds) => maySit(reader, booking, seatIds, nowMs))
  return theirs ? reader.seatsOf(showId, theirs, (seatId) => reader.claimant(showId, seatId)) : null
}

/** Seats that do not cost the same count as not available. */
function statesFor(
  reader: Reader,
  show: FoundShow,
  lines: readonly BookingLine[],
  nowMs: number,
): Uint8Array {
  const plan = reader.planOfShow(show.showId)
  const costsTheSame = plan.categories.map((_, category) =>
    lines.every(({ ticketTypeId, priceMinor }) => priceOf(show, category, ticketTypeId) === priceMinor),
  )
  const states = statesNow(reader, show, nowMs)
  for (let seat = 0; seat < plan.count; seat += 1)
    if (costsTheSame[plan.category[seat] ?? 0] !== true) states[seat] = seatStateCode.blocked
  return states
}

function maySit(
  reader: Reader,
  { bookingId, lines }: Booking,
  seatIds: readonly SeatId[],
  nowMs: number,
): boolean {
  const moves = lines.map(({ seatId }, index) => ({ from: seatId, to: seatIds[index] ?? seatId }))
  const moved = lines.map((line, index) => ({ ...line, seatId: seatIds[index] ?? line.seatId }))
  return refusalOfSitting(aroundMoved(reader, { bookingId, moves, nowMs }), moved) === null
}
