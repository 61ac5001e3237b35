import type { Readings } from '../../shared/domain/asks.ts'
import { nothingAround, seatsAround } from '../../shared/domain/seat-plan/seats-around.ts'
import type { Reader } from './reader.ts'

/** [H14] [L3] What a choice does to the seats around it. */
export function aroundChoice(
  reader: Reader,
  { showId, cartId, seatIds, nowMs }: Readings['around']['ask'],
): Readings['around']['answer'] {
  const show = reader.show(showId)
  if (!show) return nothingAround
  const plan = reader.planOfShow(showId)
  return seatsAround({ plan, ...show, claimantOf: reader.claimantsIn(showId), nowMs }, seatIds, cartId)
}

/** [T4] The same where a booking's seats are moved. */
export function aroundMoved(
  reader: Reader,
  { bookingId, moves, nowMs }: Readings['aroundMoved']['ask'],
): Readings['aroundMoved']['answer'] {
  const booking = reader.booking(bookingId)
  if (!booking) return nothingAround
  const { showId, cartId, lines } = booking
  const seatIds = lines.map(({ seatId }) => moves.find(({ from }) => from === seatId)?.to ?? seatId)
  return aroundChoice(reader, { showId, cartId, seatIds, nowMs })
}
