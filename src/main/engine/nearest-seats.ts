import { type Booking, type BookingLine } from '../../shared/domain/booking.ts'
import type { BookingId, SeatId } from '../../shared/domain/ids.ts'
import { nearestTogether } from '../../shared/domain/seat-plan/best-available.ts'
import { refusalOfSitting } from '../../shared/domain/seat-rules.ts'
import { seatStateCode } from '../../shared/domain/seat-state.ts'
import { type FoundSeat, type FoundShow, priceOf } from '../../shared/domain/show.ts'
import type { Store } from '../store/store.ts'
import { aroundMoved } from './around.ts'
import type { Reader } from './reader.ts'

/** The nearest may be a woman's, for who sits beside: of so many some are not. */
const TRIES_MAX = 20

/** [P8] Free seats together, for what the booking's own seats cost; null where there are none left. */
export function nearestSeats(store: Store, reader: Reader, bookingId: BookingId): FoundSeat[] | null {
  const booking = reader.booking(bookingId)
  const show = booking && reader.show(booking.showId, booking.priceVersion)
  if (!booking || !show || booking.lines.length === 0) return null
  const { showId, lines } = booking
  const near = lines.map(({ seatId }) => seatId)
  const states = statesFor(store, reader, show, lines)
  const choices = nearestTogether(reader.planOfShow(showId), states, near, TRIES_MAX)
  const theirs = choices.find((seatIds) => maySit(reader, booking, seatIds))
  return theirs ? reader.seatsOf(showId, theirs, () => null) : null
}

/** Inside the running commit: the board knows the last one. What does not cost the same is not there. */
function statesFor(store: Store, reader: Reader, show: FoundShow, lines: readonly BookingLine[]): Uint8Array {
  const { showId } = show
  const plan = reader.planOfShow(showId)
  const costsTheSame = plan.categories.map((_, category) =>
    lines.every(({ ticketTypeId, priceMinor }) => priceOf(show, category, ticketTypeId) === priceMinor),
  )
  const states = new Uint8Array(reader.board(showId).states)
  for (const seatId of reader.touchedSeats(showId)) {
    const isFree = store.get('claim', showId, seatId) === undefined
    states[seatId] = isFree ? seatStateCode.available : seatStateCode.held
  }
  for (let seat = 0; seat < plan.count; seat += 1)
    if (costsTheSame[plan.category[seat] ?? 0] !== true) states[seat] = seatStateCode.blocked
  return states
}

/** [L3] Whoever stands anywhere counts, ended or not: `nowMs` is before every end. */
function maySit(reader: Reader, { bookingId, lines }: Booking, seatIds: readonly SeatId[]): boolean {
  const moves = lines.map(({ seatId }, index) => ({ from: seatId, to: seatIds[index] ?? seatId }))
  const moved = lines.map((line, index) => ({ ...line, seatId: seatIds[index] ?? line.seatId }))
  return refusalOfSitting(aroundMoved(reader, { bookingId, moves, nowMs: 0 }), moved) === null
}
