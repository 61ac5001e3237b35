import { describe, expect, test } from 'vitest'
import type { BookingLine, ReturnedLine } from '../booking.ts'
import type { BookingId, KioskId, PaymentId, SeatId, ShowId, StaffId, TicketTypeId } from '../ids.ts'
import type { Account, Payment } from '../tender.ts'
import { type BookingOfReport, type ToldSale, isOfSale, modeOfAccount, saleFacts } from './fact.ts'

const bookingId = 'b' as BookingId
const showId = 1 as ShowId

function line(seat: number, ticketType = 'Normal', priceMinor = 200): BookingLine {
  const label = `A${seat}`
  return {
    seatId: seat as SeatId,
    label,
    section: 'Stalls',
    ticketTypeId: 0 as TicketTypeId,
    ticketType,
    priceMinor,
    discountMinor: 20,
    feeMinor: 10,
  }
}

function paid(amountMinor: number, mode: Payment['mode'] = 'CASH', turned: Partial<Payment> = {}): Payment {
  const account = mode === 'CASH' ? 'drawer:desk-1' : `terminal:${mode}`
  return {
    paymentId: `p-${mode}` as PaymentId,
    mode,
    state: 'success',
    amountMinor,
    tenderedMinor: amountMinor,
    changeMinor: 0,
    account: account as Account,
    ...turned,
  }
}

const booking: BookingOfReport = {
  lines: [line(0), line(1, 'Student', 100)],
  returned: [],
  payments: [paid(180), paid(100, 'CARD')],
  currency: 'INR',
  cancelledAtMs: null,
  refundedAtMs: null,
}

function told(event: object, turned: Partial<BookingOfReport> = {}, atMs = 20): ToldSale {
  const origin = { sequence: 9, atMs, bookingId, showId, staffId: 1 as StaffId, kioskId: 'desk-1' as KioskId }
  const known = { ...booking, ...turned }
  const sold = { lines: known.lines, payments: known.payments }
  return { ...origin, event: { bookingId, showId, ...event } as never, booking: known, wasSold: true, sold }
}

const confirmed = { type: 'booking-confirmed' }
const refunds = [{ paymentId: 'p' as PaymentId, amountMinor: 90, account: 'terminal:CARD' as const }]
const none = { seats: 0, grossMinor: 0, discountMinor: 0, feeMinor: 0, refundMinor: 0 }

test('[A6] a sale counts its seats by ticket type, and its money by the ways it was paid', () => {
  expect(saleFacts(told(confirmed))).toMatchObject([
    {
      bookingId,
      currency: 'INR',
      types: [
        { ticketType: 'Normal', seats: 1, grossMinor: 200, discountMinor: 20, feeMinor: 10, refundMinor: 0 },
        { ticketType: 'Student', seats: 1, grossMinor: 100 },
      ],
      modes: [
        { mode: 'CASH', amountMinor: 180 },
        { mode: 'CARD', amountMinor: 100 },
      ],
    },
  ])
  expect(saleFacts({ ...told(confirmed), sold: null })).toEqual([])
})

test('[A6] [T4] what another booking paid is its own way, and what cost nothing has one too', () => {
  const from = { account: 'booking:old' as Account }
  const modes = (payments: Payment[]) => saleFacts(told(confirmed, { payments }))[0]?.modes
  expect(modes([paid(280, 'CASH', from)])).toEqual([{ mode: 'BOOKING', amountMinor: 280 }])
  expect(modes([])).toEqual([{ mode: 'NONE', amountMinor: 0 }])
  const { account: _account, ...ofOlder } = paid(280)
  expect(modes([ofOlder])).toEqual([{ mode: 'CASH', amountMinor: 280 }])
})

test('[A6] [P10] seats that are given back leave their type with what went back of each', () => {
  const returned: ReturnedLine[] = [{ ...line(3, 'Student'), refundMinor: 90, returnedAtMs: 20 }]
  const facts = saleFacts(told({ type: 'seats-returned', returned, refunds }))
  expect(facts).toMatchObject([
    {
      types: [{ ...none, ticketType: 'Student', seats: -1, refundMinor: 90 }],
      modes: [{ mode: 'CARD', amountMinor: 90 }],
    },
  ])
  const forNothing = saleFacts(told({ type: 'seats-returned', returned, refunds: [] }))
  expect(forNothing[0]?.modes).toMatchObject([{ mode: 'CASH' }, { mode: 'CARD' }])
})

describe('a cancelled booking', () => {
  const cancelled = { type: 'booking-cancelled', seatIds: [0, 1] }
  const refunded = { type: 'booking-refunded', refundMinor: 90, refunds }

  test('[A6] counts its seats and its money once where both happened in one instant', () => {
    const both = { cancelledAtMs: 20, refundedAtMs: 20 }
    expect(saleFacts(told(cancelled, both))).toEqual([])
    const [fact] = saleFacts(told(refunded, both))
    expect(fact?.types.map(({ seats, refundMinor }) => [seats, refundMinor])).toEqual([
      [-1, 61],
      [-1, 29],
    ])
  })

  test('[A6] counts its seats where it is cancelled, and its money where that goes back later', () => {
    const later = { cancelledAtMs: 20, refundedAtMs: 30 }
    const [emptied] = saleFacts(told(cancelled, later))
    expect(emptied?.types.map(({ seats, refundMinor }) => [seats, refundMinor])).toEqual([
      [-1, 0],
      [-1, 0],
    ])
    const [fact] = saleFacts(told(refunded, later, 30))
    expect(fact?.types.map(({ seats, refundMinor }) => [seats, refundMinor])).toEqual([
      [0, 61],
      [0, 29],
    ])
  })

  test('[A6] of an older journal, which did not say where the money went, gave it from the drawer', () => {
    const both = { cancelledAtMs: 20, refundedAtMs: 20 }
    const older = { type: 'booking-refunded', refundMinor: 50 }
    expect(saleFacts(told(older, both))[0]?.modes).toEqual([{ mode: 'CASH', amountMinor: 50 }])
    expect(saleFacts(told({ ...older, refundMinor: 0 }, { ...both, cancelledAtMs: 10 }))).toEqual([])
  })

  test('[A6] that lost all its seats before is counted by those; one that never had any, not at all', () => {
    const returned = [{ ...line(3), refundMinor: 0, returnedAtMs: 15 }]
    const back = { type: 'money-returned', refunds }
    expect(saleFacts(told(back, { lines: [], returned }))[0]?.types).toMatchObject([{ refundMinor: 90 }])
    expect(saleFacts(told(back, { lines: [] }))[0]?.types).toEqual([])
    expect(saleFacts(told(cancelled, { lines: [] }))[0]?.types).toEqual([])
  })
})

test('[A6] [T4] a move counts its difference: paid as gross, or given back', () => {
  const moved = { type: 'booking-reseated', payment: null, refunds: [] }
  expect(saleFacts(told(moved))).toEqual([])
  expect(saleFacts(told({ ...moved, payment: paid(50) }))).toMatchObject([
    { types: [{ seats: 0, grossMinor: 34 }, { grossMinor: 16 }], modes: [{ mode: 'CASH', amountMinor: 50 }] },
  ])
  expect(saleFacts(told({ ...moved, payment: paid(0) }))).toEqual([])
  expect(saleFacts(told({ ...moved, refunds }))).toMatchObject([
    { types: [{ refundMinor: 61 }, { refundMinor: 29 }] },
  ])
})

test('[A6] [P8] money that came too late to a booking that was sold counts as it came', () => {
  expect(saleFacts(told({ type: 'payment-late', payment: paid(70, 'UPI') }))).toMatchObject([
    { modes: [{ mode: 'UPI', amountMinor: 70 }] },
  ])
})

test('[A6] [P5] a picture that turned out to show nothing takes away what is left of its money', () => {
  const review = (payment: Payment) => saleFacts(told({ type: 'proof-reviewed', payment }))
  const picture = paid(80, 'CASH', { mode: 'PROOF', account: 'bank:proof', review: 'rejected' })
  expect(review({ ...picture, review: 'accepted' })).toEqual([])
  expect(review(picture)).toMatchObject([{ modes: [{ mode: 'PROOF', amountMinor: 80 }] }])
  expect(review({ ...picture, refundedMinor: 30 })).toMatchObject([{ modes: [{ amountMinor: 50 }] }])
})

test('[A6] of a booking that was not sold, or not yet, no money counts', () => {
  const back = told({ type: 'money-returned', refunds })
  expect(saleFacts({ ...back, wasSold: false })).toEqual([])
  expect(saleFacts(back).length).toBe(1)
})

test('[A6] every account is a way of paying', () => {
  const accounts = ['drawer:a', 'wallet:1', 'bank:proof', 'terminal:UPI', 'booking:b'] as Account[]
  expect(accounts.map(modeOfAccount)).toEqual(['CASH', 'WALLET', 'PROOF', 'UPI', 'BOOKING'])
})

test('[A6] what neither sells nor gives back is none of it', () => {
  expect(isOfSale({ type: 'booking-failed' } as never)).toBe(false)
  expect(isOfSale({ type: 'seats-returned' } as never)).toBe(true)
})

test('[A6] an event that is forgotten here is a bug, not nothing', () => {
  expect(() => saleFacts(told({ type: 'something-new' }))).toThrow()
})

test('[A6] seats of one ticket type are one part', () => {
  const [fact] = saleFacts(told(confirmed, { lines: [line(0), line(1)] }))
  expect(fact?.types).toEqual([
    { ticketType: 'Normal', seats: 2, grossMinor: 400, discountMinor: 40, feeMinor: 20, refundMinor: 0 },
  ])
})
