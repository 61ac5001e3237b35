import type { BookingId, SeatId } from '../../src/shared/domain/ids.ts'
import type { SeatStep } from '../../src/shared/domain/seat-steps.ts'
import { MINUTE_MS, SECOND_MS } from '../../src/shared/lib/time.ts'

/** Time between two steps: a hundred thousand of them are some five weeks. */
const EVERY_MS = 30 * SECOND_MS
const HOLD_MS = 5 * MINUTE_MS
/** Of ten bookings eight are sold, of which one is then cancelled, and two lapse; their seats are then free again. */
const ways = ['sold', 'sold', 'lapse', 'sold', 'back', 'sold', 'sold', 'lapse', 'sold', 'sold'] as const

/** The life of a stadium: pairs of seats held, sold, returned, or left to expire; `count` rows of its journal. */
export function longLife(seats: number, count: number): SeatStep[] {
  const nothing = { bookingId: null, seatIds: [], state: null, untilMs: null, onSale: null, planId: null }
  const steps: SeatStep[] = [{ ...nothing, revision: 1, atMs: 0, onSale: Array(250).fill(true) }]
  for (let booking = 0; steps.length < count; booking += 1) {
    // A prime stride: neighbouring seats are not sold one after another.
    const first = (booking * 7919 * 2) % (seats - 1)
    const seatIds = [first as SeatId, (first + 1) as SeatId]
    const way = ways[booking % ways.length]
    const add = (state: SeatStep['state'], untilMs: number | null) => {
      const revision = steps.length + 1
      const bookingId = `booking-${booking}` as BookingId
      steps.push({ ...nothing, revision, atMs: revision * EVERY_MS, bookingId, seatIds, state, untilMs })
    }
    add('held', (steps.length + 1) * EVERY_MS + HOLD_MS)
    if (way !== 'lapse') add('sold', null)
    if (way === 'back') add('available', null)
  }
  return steps.slice(0, count)
}
