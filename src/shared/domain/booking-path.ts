import { type Booking, type BookingState, arrivals, bookingStates } from './booking.ts'

/** [A4] A state that a booking was or is in, and when it came to it; null: nobody wrote that down. */
export interface PathStep {
  readonly state: BookingState
  readonly atMs: number | null
}

/** The states in the order of their table, which is the order in which any booking can meet them. */
const inOrder = Object.keys(bookingStates) as BookingState[]

/** [A4] The way a booking has come, first state first; the last step is the one it is in. */
export function pathOf(booking: Booking): PathStep[] {
  return inOrder.flatMap((state) => {
    const atMs = booking[arrivals[state].stamp]
    return atMs !== null || state === booking.state ? [{ state, atMs }] : []
  })
}
