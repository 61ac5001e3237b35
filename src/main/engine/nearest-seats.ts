import type { BookingId, SeatId } from '../../shared/domain/ids.ts'
import { nearestBlock } from '../../shared/domain/seat-plan/nearest-block.ts'
import { type FoundSeat, priceOf } from '../../shared/domain/show.ts'
import type { Store } from '../store/store.ts'
import type { Reader } from './reader.ts'

/** [P8] Free seats beside each other, for what the booking's own seats cost; null where there are none left. */
export function nearestSeats(store: Store, reader: Reader, bookingId: BookingId): FoundSeat[] | null {
  const booking = reader.booking(bookingId)
  const show = booking && reader.show(booking.showId, booking.priceVersion)
  if (!booking || !show || booking.lines.length === 0) return null
  const { showId, lines } = booking
  const plan = reader.planOfShow(showId)
  const board = reader.board(showId)
  const costsTheSame = (seat: number) =>
    lines.every((line) => priceOf(show, plan.category[seat] ?? 0, line.ticketTypeId) === line.priceMinor)
  const isFree = (seat: number) =>
    board.looksFree(seat as SeatId) && costsTheSame(seat) && store.get('claim', showId, seat) === undefined
  const near = lines.map(({ seatId }) => seatId)
  const block = nearestBlock(plan, near, isFree)
  return block && reader.seatsOf(showId, block, () => null)
}
