// What every store promises of one transaction with the rows of many sales, as tests that each of them passes
// (store-contract.ts). Must never know which store it tests.

import { expect, test } from 'vitest'
import type { TicketTypeId } from '../../shared/domain/ids.ts'
import * as query from './queries.ts'
import { bookingRow, claimRow, commandRow, idOf, showId } from './row.fixture.ts'
import { change, drop } from './rows.ts'
import { Conflict, type Store } from './store.ts'

const turned = (at: number) => (at % 7 === 0 ? { couponCode: 'X' } : { lines: [] })

/** One commit carries the rows of many sales: however a store arranges them meanwhile, they must take effect in order. */
export function turnTests(of: () => Store): void {
  test('[P7] [I25] rows of one transaction follow each other as they were written: put and changed, put and dropped, dropped and put', () => {
    of().transaction(() => {
      of().write([bookingRow('a'), claimRow('a', 0), claimRow('a', 1)])
      of().write([change('booking', { bookingId: idOf('a') }, { state: 'confirmed' })])
      of().write([drop('claim', { bookingId: idOf('a') }), bookingRow('b'), claimRow('b', 1)])
      of().write([change('claim', { showId }, { ticketTypeId: 2 as TicketTypeId }), claimRow('a', 2)])
    })
    expect(of().get('booking', 'a')?.state).toBe('confirmed')
    expect(ownersIn(of())).toEqual(['b1', 'a2'])
    expect(
      of()
        .all('claim')
        .map((claim) => claim.ticketTypeId),
    ).toEqual([2, 0])
  })

  test('[P7] [I25] a transaction of forty bookings is written whole, and read whole before it ends', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `b${String(at).padStart(2, '0')}`)
    of().transaction(() => {
      for (const [at, id] of ids.entries())
        of().write([bookingRow(id, turned(at)), commandRow(id, String(at))])
      expect(of().select(query.pendingBookings).length).toBe(40)
    })
    const found = of().all('booking')
    expect(found.map(({ bookingId }) => bookingId)).toEqual(ids)
    expect(found.flatMap(({ couponCode }, at) => (couponCode === null ? [] : at))).toEqual([
      0, 7, 14, 21, 28, 35,
    ])
    expect(
      of()
        .all('command')
        .map(({ answer }) => Number(answer)),
    ).toEqual([...ids.keys()])
  })

  undoneTests(of)
}

function ownersIn(store: Store): string[] {
  return store.all('claim').map(({ bookingId, seatId }) => `${bookingId}${seatId}`)
}

function undoneTests(of: () => Store): void {
  test('[C1] [P7] what a part wrote before it failed is gone with it, and what was written around it stays', () => {
    of().transaction(() => {
      of().write([bookingRow('a'), claimRow('a', 0)])
      const fail = () => {
        of().write([bookingRow('b'), claimRow('b', 0)])
        throw new Error('no')
      }
      expect(() => of().part(fail)).toThrow()
      of().write([claimRow('a', 2)])
    })
    expect(ownersIn(of())).toEqual(['a0', 'a2'])
    expect(of().get('booking', 'b')).toBeUndefined()
  })

  test('[I1] [P7] a seat claimed twice in one transaction undoes it, and nothing of it comes with the next', () => {
    const twice = () => {
      of().write([bookingRow('a'), claimRow('a', 1), bookingRow('b'), claimRow('b', 1), commandRow('c')])
    }
    const twiceAndMore = () => {
      twice()
      throw new Error('no')
    }
    expect(() => of().transaction(twice)).toThrow(Conflict)
    expect(() => of().transaction(twiceAndMore)).toThrow()
    of().transaction(() => of().write([commandRow('d')]))
    expect(ownersIn(of())).toEqual([])
    expect(
      of()
        .all('command')
        .map(({ commandId }) => commandId),
    ).toEqual(['d'])
  })

  test('[P7] inside a transaction its own writes are read', () => {
    of().transaction(() => {
      of().write([commandRow('mine', '1')])
      expect(of().get('command', 'mine')?.answer).toBe('1')
    })
  })
}
