import { type Booking, type BookingState, arrivals, bookingStates } from './booking.ts'

/** [A4] A state that a booking was or is in, and when it entered it; null: not recorded. */
export interface PathStep {
  readonly state: BookingState
  readonly atMs: number | null
}

/** The states in the order of their table, which is the order in which any booking can pass through them. */
const inOrder = Object.keys(bookingStates) as BookingState[]

/** [A4] The states that a booking has passed through, in order; the last one is its current state. */
export function pathOf(booking: Booking): PathStep[] {
  return inOrder.flatMap((state) => {
    const atMs = booking[arrivals[state].stamp]
    return atMs !== null || state === booking.state ? [{ state, atMs }] : []
  })
}
