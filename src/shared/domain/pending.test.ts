import { expect, test } from 'vitest'
import type { Booking } from './booking.ts'
import type { BookingId } from './ids.ts'
import { refusalIfInFlight, refusalIfOver, refusalIfPartPaid } from './pending.ts'
import { heldBooking, paidBooking, seatNumber, start } from './sale.fixture.ts'

const [paid] = paidBooking().payments
const flying = (untilMs?: number): Booking =>
  heldBooking({ payments: paid ? [{ ...paid, state: 'pending', ...(untilMs && { untilMs }) }] : [] })

test('[H6] while a terminal is asked, nothing else is done, and until when is said', () => {
  expect(refusalIfInFlight(heldBooking())).toBeNull()
  expect(refusalIfInFlight(flying(start + 5))).toEqual({ code: 'PAYMENT_IN_FLIGHT', untilMs: start + 5 })
  expect(refusalIfInFlight(flying())).toEqual({ code: 'PAYMENT_IN_FLIGHT', untilMs: 0 })
})

test('[P5] what is paid in part goes back before anything else is chosen', () => {
  expect(refusalIfPartPaid(heldBooking())).toBeNull()
  expect(refusalIfPartPaid(paidBooking())).toEqual({
    code: 'MONEY_DUE',
    amountMinor: 420_00,
    currency: 'INR',
  })
})

test('[H4] an end is an end to the millisecond; who has the seats by now is named, and no others', () => {
  const booking = heldBooking()
  const thief = heldBooking({ bookingId: 'thief' as BookingId })
  const seats = [seatNumber(0, 0, thief), seatNumber(1, 0, booking), seatNumber(2)]
  expect(refusalIfOver(booking, seats, start, start + 1)).toBeNull()
  expect(refusalIfOver(booking, seats, start, start)).toMatchObject({ code: 'HOLD_EXPIRED', taken: ['A1'] })
  expect(refusalIfOver({ ...booking, state: 'expired' }, seats, start, start + 1)).toMatchObject({
    code: 'HOLD_EXPIRED',
  })
  expect(refusalIfOver({ ...booking, state: 'deleted' }, seats, start, start + 1)).toMatchObject({
    code: 'WRONG_STATE',
  })
})
