import type { Readings } from '../../shared/domain/asks.ts'
import { holdEndMs } from '../../shared/domain/booking.ts'
import { nothingAround, seatsAround } from '../../shared/domain/seat-plan/seats-around.ts'
import type { SeatId, ShowId } from '../../shared/domain/ids.ts'
import { seatStateCode } from '../../shared/domain/seat-state.ts'
import type { Reader } from './reader.ts'

/** [H14] [L3] What a choice does to the seats around it. */
export function aroundChoice(
  reader: Reader,
  { showId, cartId, seatIds, nowMs }: Readings['around']['ask'],
): Readings['around']['answer'] {
  const show = reader.show(showId)
  if (!show) return nothingAround
  const plan = reader.planOfShow(showId)
  const { prices, terms } = show
  const claimantOf = reader.claimantsIn(showId)
  const isTaken = takenIn(reader, showId)
  return seatsAround({ plan, prices, terms, claimantOf, isTaken, nowMs }, seatIds, cartId)
}

/** Seats taken off sale, and seats sold before the running commit. The board shows the sold ones, so their bookings need not be read. */
function takenIn(reader: Reader, showId: ShowId): (seatId: SeatId) => boolean {
  const board = reader.isTrusting ? reader.boardIfOpen(showId) : undefined
  const touched = reader.touchedSeats(showId)
  const blocked = reader.blocks.in(showId)
  return (seatId) =>
    blocked.has(seatId) || (board?.states[seatId] === seatStateCode.sold && !touched.has(seatId))
}

/** [T4] The same for a booking whose seats are moved; [L3] while it holds its own, nobody's choice has changed what is around them. */
export function aroundMoved(
  reader: Reader,
  { bookingId, moves, nowMs }: Readings['aroundMoved']['ask'],
): Readings['aroundMoved']['answer'] {
  const booking = reader.booking(bookingId)
  if (!booking) return nothingAround
  const isHeld = booking.state === 'reserved' && !booking.claimsAtPayment && nowMs < holdEndMs(booking)
  if (isHeld && moves.length === 0) return nothingAround
  const { showId, cartId, lines } = booking
  const seatIds = lines.map(({ seatId }) => moves.find(({ from }) => from === seatId)?.to ?? seatId)
  return aroundChoice(reader, { showId, cartId, seatIds, nowMs })
}
