import { seatStateCode } from '../../shared/domain/seat-state.ts'
import { type FoundShow, seatStateAt } from '../../shared/domain/show.ts'
import type { Reader } from './reader.ts'

/** Every seat's code inside the running commit: the board is as of the last commit, so touched seats are read again. A copy. */
export function statesNow(reader: Reader, { showId, prices }: FoundShow, nowMs: number): Uint8Array {
  const states = reader.board(showId).statesAt(nowMs)
  const touched = [...reader.touchedSeats(showId)]
  for (const seat of reader.seatsOf(showId, touched, (seatId) => reader.claimant(showId, seatId)))
    states[seat.seatId] = seatStateCode[seatStateAt(seat, prices, nowMs)]
  return states
}
