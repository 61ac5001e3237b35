// What every store promises to a search for bookings, as tests that each of them passes. Belongs to store-contract.ts; must never
// know which store it tests.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CustomerId, KioskId } from '../../shared/domain/ids.ts'
import * as query from './queries.ts'
import { bookingRow, idOf, smallHouse } from './row.fixture.ts'
import { change, put } from './rows.ts'
import { Conflict, type Store } from './store.ts'

const customerId = 7 as CustomerId
const customer = put('customer', {
  customerId,
  name: 'Asha',
  phone: '',
  email: '',
  vip: false,
  language: null,
  withdrawn: false,
})

function copyRow(bookingId: string, copy: number) {
  return put('reprint', { bookingId: idOf(bookingId), copy, atMs: copy, kioskId: 'desk-1' as KioskId })
}

function ids(rows: readonly { readonly bookingId: string }[]): string[] {
  return rows.map(({ bookingId }) => bookingId)
}

export function testFinding(name: string, open: () => Store): void {
  describe(name, () => {
    let store: Store
    beforeEach(() => {
      store = open()
      store.write(smallHouse)
    })
    afterEach(() => store.close())

    test('[P11] the newest bookings are those made last, whatever became of them', () => {
      store.write([bookingRow('b'), bookingRow('a'), bookingRow('c')])
      store.write([change('booking', { bookingId: idOf('c') }, { state: 'cancelled' })])
      expect(ids(store.select(query.newestBookings, 9))).toEqual(['c', 'b', 'a'])
      expect(ids(store.select(query.newestBookings, 2))).toEqual(['c', 'b'])
    })

    test('[P11] bookings of a customer are that customer’s alone, the last first', () => {
      store.write([
        customer,
        bookingRow('a', { customerId }),
        bookingRow('b'),
        bookingRow('c', { customerId }),
      ])
      expect(ids(store.select(query.bookingsOfCustomer, customerId, 9))).toEqual(['c', 'a'])
      expect(store.select(query.newestCustomers, 9)).toMatchObject([{ customerId: 7, name: 'Asha' }])
    })

    test('[T2] a copy of a booking is counted once, and its copies come in order', () => {
      store.write([bookingRow('a'), bookingRow('b'), copyRow('a', 1), copyRow('a', 2), copyRow('b', 1)])
      expect(store.select(query.copiesOfBooking, 'a').map(({ copy }) => copy)).toEqual([1, 2])
      expect(() => store.write([copyRow('a', 2)])).toThrow(Conflict)
    })
  })
}
