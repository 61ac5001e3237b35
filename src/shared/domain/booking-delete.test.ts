import { expect, test } from 'vitest'
import { decideDelete } from './booking-delete.ts'
import { bookingStates } from './booking.ts'
import type { Booking, BookingState } from './booking.ts'
import { contextAt, eventsOf, heldBooking, paidBooking, refusalOf, sampleShow } from './sale.fixture.ts'

const request = { bookingId: 'held-1' as Booking['bookingId'], reason: 'old' }
const { salesCloseAtMs } = sampleShow
const remove = (booking: Booking | null, nowMs = salesCloseAtMs) =>
  decideDelete({ booking, showOf: sampleShow }, request, contextAt(nowMs))
const states = Object.keys(bookingStates) as BookingState[]
const ended: readonly BookingState[] = ['payment_failed', 'expired', 'cancelled', 'completed', 'refunded']

test('[P11] what does not exist is not deleted', () => {
  const none = { code: 'NOT_FOUND', what: 'booking', id: 'held-1' }
  expect(refusalOf(remove(null))).toMatchObject(none)
  const lost = decideDelete({ booking: heldBooking(), showOf: null }, request, contextAt(salesCloseAtMs))
  expect(refusalOf(lost)).toMatchObject(none)
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

test('[I2] seats that people sit in are not freed while the show is on sale; after that, and of what has no seats, it is deleted', () => {
  const seated = paidBooking({ state: 'completed' })
  expect(refusalOf(remove(seated, salesCloseAtMs - 1))).toEqual({ code: 'SHOW_ON_SALE', salesCloseAtMs })
  expect(eventsOf(remove(seated))).toMatchObject([{ type: 'booking-deleted', seatIds: [0, 1] }])
  const [gone] = eventsOf(remove(paidBooking({ state: 'refunded' }), salesCloseAtMs - 1))
  expect(gone).not.toHaveProperty('seatIds')
})
