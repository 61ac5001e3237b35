import { expect, test } from 'vitest'
import type { BookingState, Ticket } from './booking.ts'
import { decideReprint } from './reprint.ts'
import { actorAt, contextAt, eventsOf, heldBooking, paidBooking, refusalOf, start } from './sale.fixture.ts'

const paid = paidBooking()
const request = { bookingId: paid.bookingId }
const reprint = (copies: number, actor = actorAt('desk-1'), booking = paid) =>
  decideReprint({ booking, copies, ticketsRow: 7 }, request, contextAt(start, actor))

test('[T2] each printing again is the next copy, and an event says so', () => {
  expect(reprint(0)).toMatchObject({ accepted: true, value: { copy: 1 } })
  expect(eventsOf(reprint(4))).toMatchObject([
    { type: 'tickets-reprinted', bookingId: paid.bookingId, showId: paid.showId, copy: 5, replaces: 7 },
  ])
})

test('[T2] a copy keeps the numbers on their seats and has secrets of its own', () => {
  const [event] = eventsOf(reprint(0))
  const tickets = event?.type === 'tickets-reprinted' ? (event.tickets ?? []) : []
  const plain = ({ number, seatId }: Ticket) => [number, seatId]
  expect(tickets.map(plain)).toEqual(paid.tickets.map(plain))
  expect(paid.tickets.length).toBeGreaterThan(0)
  const before = new Set(paid.tickets.map(({ secret }) => secret))
  expect(tickets.filter(({ secret }) => before.has(secret))).toEqual([])
  // The copy's own journal row, which its code is signed with.
  expect(tickets.filter(({ sequence }) => sequence !== undefined)).toEqual([])
})

test('[T2] where no row of the journal made tickets there are none to print', () => {
  const decision = decideReprint({ booking: paid, copies: 0, ticketsRow: null }, request, contextAt(start))
  expect(refusalOf(decision)).toEqual({ code: 'NO_TICKETS', state: 'confirmed' })
})

test.for(['reserved', 'payment_failed', 'expired', 'cancelled', 'refunded', 'deleted'] as const)(
  '[T2] a booking that is %s has no tickets to print again',
  (state: BookingState) => {
    expect(refusalOf(reprint(0, actorAt('desk-1'), { ...paid, state }))).toEqual({
      code: 'NO_TICKETS',
      state,
    })
  },
)

test('[T2] a booking whose guests are in may still be printed again', () => {
  expect(reprint(0, actorAt('desk-1'), { ...paid, state: 'completed' }).accepted).toBe(true)
})

test('[P11] a clerk prints again only what the own desk sold; a manager all', () => {
  expect(refusalOf(reprint(0, actorAt('desk-2')))).toMatchObject({ code: 'NOT_YOURS' })
  expect(reprint(0, actorAt('desk-2', 'manager')).accepted).toBe(true)
  const nothing = decideReprint({ booking: null, copies: 0, ticketsRow: null }, request, contextAt(start))
  expect(refusalOf(nothing)).toMatchObject({ code: 'NOT_FOUND', what: 'booking' })
  expect(refusalOf(reprint(0, actorAt('desk-2'), heldBooking()))).toMatchObject({ code: 'NOT_YOURS' })
})
