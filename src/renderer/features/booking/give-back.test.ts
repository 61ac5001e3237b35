import { expect, test } from 'vitest'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { SeatId } from '../../../shared/domain/ids.ts'
import { known } from '../../../shared/lib/assert.ts'
import { heldBooking, paidBooking } from '../../../shared/domain/sale.fixture.ts'
import { giveBackOf, isSameBack } from './give-back.ts'

const giveBack = [
  { seatId: 0 as SeatId, refundMinor: 100_00 },
  { seatId: 1 as SeatId, refundMinor: 105_00 },
]
const of = (booking: Booking, ...ticked: number[]) =>
  giveBackOf({ booking, giveBack }, new Set(ticked as SeatId[]))

test('[P10] ticked seats of a paid booking go back with their own sums; none or all of them is the whole booking', () => {
  expect(of(paidBooking(), 1)).toMatchObject({ kind: 'seats', lines: [{ seatId: 1 }], refundMinor: 105_00 })
  expect(of(paidBooking())).toMatchObject({ kind: 'cancel', refundMinor: 205_00 })
  expect(of(paidBooking(), 0, 1)).toMatchObject({ kind: 'cancel', refundMinor: 205_00 })
  expect(of(paidBooking(), 7)).toMatchObject({ kind: 'cancel' })
})

test('[P10] a hold gives back what was paid towards it, and an ended booking what was left behind, if anything was', () => {
  const { payments } = paidBooking()
  expect(of(heldBooking(), 1)).toMatchObject({ kind: 'cancel', lines: [{}, {}], refundMinor: 0 })
  expect(of(heldBooking({ payments }))).toMatchObject({ kind: 'cancel', refundMinor: 420_00 })
  expect(of(heldBooking({ state: 'expired', payments }))).toMatchObject({
    kind: 'money',
    refundMinor: 420_00,
  })
  expect(of(heldBooking({ state: 'expired' }))).toBeNull()
  expect(of(paidBooking({ state: 'refunded' }))).toBeNull()
  expect(of(paidBooking({ state: 'completed' }))).toBeNull()
})

test('[P10] a question about some seats is not one about the others that are left when another window has given those back', () => {
  const asked = known(of(paidBooking(), 1), 'what was asked')
  const { lines } = paidBooking()
  const left = known(of(paidBooking({ lines: lines.slice(0, 1) }), 1), 'what is left')
  expect(left.kind).toBe('cancel')
  expect(isSameBack(asked, left)).toBe(false)
  expect(isSameBack(asked, known(of(paidBooking(), 1), 'the same'))).toBe(true)
  expect(isSameBack(asked, { ...asked, refundMinor: 1 })).toBe(false)
  expect(isSameBack(asked, { ...asked, lines: lines.slice(0, 1) })).toBe(false)
})
