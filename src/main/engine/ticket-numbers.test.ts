import { expect, test } from 'vitest'
import { ticketDigits } from '../../shared/domain/ticket-number.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { put } from '../store/rows.ts'
import { journalRow } from '../store/row.fixture.ts'
import { ticketsEndingIn, ticketsOfNumber } from './ticket-numbers.ts'

/** A journal in which each of these rows confirmed a booking with these ticket numbers. */
function journalWith(sales: Readonly<Record<number, readonly string[]>>): MemoryStore {
  const store = new MemoryStore()
  for (const [sequence, numbers] of Object.entries(sales)) {
    const tickets = numbers.map((number, seatId) => ({ number, seatId, secret: '' }))
    const body = JSON.stringify({ type: 'booking-confirmed', bookingId: `b${sequence}`, tickets })
    const row = journalRow(Number(sequence), null)
    if ('row' in row) store.write([{ ...row, row: { ...row.row, kind: 'booking-confirmed', body } } as never])
  }
  return store
}

const number = (sequence: number, line: number) => `TKT-20261120-${ticketDigits(sequence, line)}`

test('[T1] a number leads to its ticket, and four of its digits to those that end so, the newest first', () => {
  const store = journalWith({ 5: [number(5, 0), number(5, 1)], 261: [number(261, 0), number(261, 1)] })
  expect(ticketsOfNumber(store, number(5, 1))).toMatchObject([{ bookingId: 'b5', seatId: 1, sequence: 5 }])
  const ending = ticketsEndingIn(store, number(5, 1).slice(-4), 9)
  expect(ending.map(({ sequence }) => sequence)).toEqual([261, 5])
  expect(ticketsEndingIn(store, number(5, 1).slice(-4), 1).length).toBe(1)
})

test('[T1] numbers that 0.1.0 drew by chance are found, beside one of today that is the same', () => {
  const store = journalWith({ 3: ['TKT-20261001-DEADBEEF'], 4: [number(9, 0)], 9: [number(9, 0)] })
  store.write([
    put('earlyTicket', { number: 'TKT-20261001-DEADBEEF', sequence: 3 }),
    put('earlyTicket', { number: number(9, 0), sequence: 4 }),
  ])
  expect(ticketsOfNumber(store, 'TKT-20261001-DEADBEEF')).toMatchObject([{ bookingId: 'b3' }])
  expect(ticketsOfNumber(store, number(9, 0)).map(({ bookingId }) => bookingId)).toEqual(['b9', 'b4'])
})

test('[T1] a number of nobody finds nothing, also in an empty journal', () => {
  expect(ticketsOfNumber(new MemoryStore(), number(5, 0))).toEqual([])
  expect(ticketsOfNumber(journalWith({ 5: [number(5, 0)] }), number(5, 1))).toEqual([])
})
