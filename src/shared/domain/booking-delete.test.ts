import { expect, test } from 'vitest'
import { decideDelete } from './booking-delete.ts'
import { bookingStates } from './booking.ts'
import type { Booking, BookingState } from './booking.ts'
import { contextAt, eventsOf, heldBooking, paidBooking, refusalOf, start } from './sale.fixture.ts'

const request = { bookingId: 'held-1' as Booking['bookingId'], reason: 'old' }
const remove = (booking: Booking | null) => decideDelete({ booking }, request, contextAt(start))
const states = Object.keys(bookingStates) as BookingState[]
const ended: readonly BookingState[] = ['payment_failed', 'expired', 'cancelled', 'completed', 'refunded']

test('[P11] what does not exist is not deleted', () => {
  expect(refusalOf(remove(null))).toMatchObject({ code: 'NOT_FOUND', what: 'booking', id: 'held-1' })
})

test.for(states)(
  '[C5] a booking that is %s is deleted if it has ended, and refused with both states if not',
  (state) => {
    const decision = remove(heldBooking({ state }))
    if (ended.includes(state))
      expect(eventsOf(decision)).toMatchObject([{ type: 'booking-deleted', reason: 'old' }])
    else expect(refusalOf(decision)).toEqual({ code: 'WRONG_STATE', from: state, to: 'deleted' })
  },
)

test.for(['expired', 'payment_failed'] as const)(
  '[P10] money of a booking that is %s goes back before it is deleted',
  (state) => {
    expect(refusalOf(remove(paidBooking({ state })))).toEqual({
      code: 'MONEY_DUE',
      amountMinor: 420_00,
      currency: 'INR',
    })
  },
)

test('[P10] what the terms keep of a booking that was taken back does not keep it from being deleted', () => {
  expect(refusalOf(remove(paidBooking({ state: 'refunded' })))).toBeNull()
})
