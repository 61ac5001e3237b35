import { expect, test } from 'vitest'
import { type FoundTicket, decideCheckIn } from './check-in.ts'
import type { ShowId } from './ids.ts'
import { contextAt, eventsOf, paidBooking, sampleShow, start } from './sale.fixture.ts'

const valid: FoundTicket = {
  number: 'TKT-20261120-00000000',
  line: { label: 'A1', section: 'Stalls', ticketType: 'Normal' },
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
  ['void', { ...valid, isCurrent: false }, 2],
  ['used', { ...valid, usedAtMs: start - 1 }],
  ['used', { ...valid, usedAtMs: start - 1, booking: paidBooking({ state: 'completed' }) }],
])('[T3] a code that is %s is told so, and nothing happens', ([answer, ticket, showId]) => {
  const decision = scan(ticket, showId as ShowId | undefined)
  expect(decision).toMatchObject({ value: { answer, usedAtMs: ticket?.usedAtMs ?? null } })
  expect(eventsOf(decision)).toEqual([])
})

test('[T3] the answer says which ticket it is, for which show, and as much of its seat as there is', () => {
  const seat = { label: 'A1', section: 'Stalls', ticketType: 'Normal' }
  const { showId } = valid.booking
  expect(scan(valid)).toMatchObject({ value: { number: valid.number, ofShowId: showId, ...seat } })
  expect(scan({ ...valid, line: null })).toMatchObject({ value: { number: valid.number, label: null } })
  expect(scan(null)).toMatchObject({ value: { number: null, ofShowId: null, section: null } })
})

test('[T3] a ticket that a door let in by itself was let in then, and never later than now or before it was sold', () => {
  const soldAtMs = start - 9
  const sold = { ...valid, booking: paidBooking({ confirmedAtMs: soldAtMs }) }
  const scannedAt = (scannedAtMs: number) =>
    eventsOf(decideCheckIn({ ticket: sold }, { showId: sampleShow.showId, scannedAtMs }, contextAt(start)))
  expect(scannedAt(start - 5)).toMatchObject([{ scannedAtMs: start - 5 }])
  expect(scannedAt(soldAtMs)).toMatchObject([{ scannedAtMs: soldAtMs }])
  expect(scannedAt(soldAtMs - 1)).toEqual([expect.not.objectContaining({ scannedAtMs: soldAtMs - 1 })])
  expect(scannedAt(start)).toEqual([expect.not.objectContaining({ scannedAtMs: start })])
  expect(scannedAt(start + 5)).toEqual([expect.not.objectContaining({ scannedAtMs: start + 5 })])
})
