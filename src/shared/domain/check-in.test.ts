import { expect, test } from 'vitest'
import { type FoundTicket, decideCheckIn } from './check-in.ts'
import type { ShowId } from './ids.ts'
import { contextAt, eventsOf, paidBooking, sampleShow, start } from './sale.fixture.ts'

const valid: FoundTicket = {
  number: 'TKT-20261120-00000000',
  label: 'A1',
  isCurrent: true,
  booking: paidBooking(),
  usedAtMs: null,
  used: 0,
}

const scan = (ticket: FoundTicket | null, showId = sampleShow.showId) =>
  decideCheckIn({ ticket }, { showId }, contextAt(start))

test('[T3] a ticket is let in, and the last one says so', () => {
  expect(eventsOf(scan(valid))).toMatchObject([
    { type: 'ticket-checked-in', number: 'TKT-20261120-00000000', isLast: false },
  ])
  expect(eventsOf(scan({ ...valid, used: 1 }))).toMatchObject([{ isLast: true }])
  expect(scan(valid)).toMatchObject({ value: { answer: 'valid', label: 'A1', usedAtMs: null } })
})

test.for<[answer: string, ticket: FoundTicket | null, showId?: number]>([
  ['unknown', null],
  ['wrong-show', valid, 2],
  ['void', { ...valid, isCurrent: false }],
  ['void', { ...valid, booking: paidBooking({ state: 'refunded' }) }],
  ['used', { ...valid, usedAtMs: start - 1 }],
  ['used', { ...valid, usedAtMs: start - 1, booking: paidBooking({ state: 'completed' }) }],
])('[T3] a code that is %s is told so, and nothing happens', ([answer, ticket, showId]) => {
  const decision = scan(ticket, showId as ShowId | undefined)
  expect(decision).toMatchObject({ value: { answer, usedAtMs: ticket?.usedAtMs ?? null } })
  expect(eventsOf(decision)).toEqual([])
})
