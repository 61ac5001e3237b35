import type { BookingId, SeatId } from '../../shared/domain/ids.ts'
import { seatStateCode } from '../../shared/domain/seat-state.ts'
import { nearestBlock } from '../../shared/domain/seat-plan/nearest-block.ts'
import { type FoundSeat, claimStateAt, priceOf } from '../../shared/domain/show.ts'
import type { Reader } from './reader.ts'

/**
 * [P8] Free seats beside each other, for what the booking's own seats cost; null where there are none left. [H4] Free is what is
 * free by rule, whether or not the end of its hold is recorded.
 */
export function nearestSeats(
  reader: Reader,
  { bookingId, nowMs }: { readonly bookingId: BookingId; readonly nowMs: number },
): FoundSeat[] | null {
  const booking = reader.booking(bookingId)
  const show = booking && reader.show(booking.showId, booking.priceVersion)
  if (!booking || !show || booking.lines.length === 0) return null
  const { showId, lines } = booking
  const plan = reader.planOfShow(showId)
  const states = reader.board(showId).statesAt(nowMs)
  const claimant = (seat: SeatId) => reader.claimant(showId, seat)
  const costsTheSame = (seat: number) =>
    lines.every((line) => priceOf(show, plan.category[seat] ?? 0, line.ticketTypeId) === line.priceMinor)
  // The board is of the last commit: what the running one took since is asked of the claims.
  const isFree = (seat: number) => {
    if (states[seat] !== seatStateCode.available || !costsTheSame(seat)) return false
    const other = claimant(seat as SeatId)
    return other === null || claimStateAt(other, nowMs) === 'available'
  }
  const near = lines.map(({ seatId }) => seatId)
  const block = nearestBlock(plan, near, isFree)
  return block && reader.seatsOf(showId, block, claimant)
}
