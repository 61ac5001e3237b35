// What every store promises the engine, as tests that each of them passes. Owns the promises; must never know which store it
// tests, nor how that one keeps them.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SeatId, ShowId, TicketTypeId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'
import { seatsOfPlan } from './plan-queries.ts'
import * as query from './queries.ts'
import { bookingRow, claimRow, commandRow, idOf, journalRow, showId, smallHouse } from './row.fixture.ts'
import { type Query, type TableName, change, changeAll, drop, put } from './rows.ts'
import { Conflict, type Store } from './store.ts'
import { turnTests } from './store-turns.fixture.ts'

/** `open` makes an empty store, and is responsible for clearing away what it leaves behind. */
export function testStore(name: string, open: () => Store): void {
  describe(name, () => {
    let store: Store

    beforeEach(() => {
      store = open()
      store.write(smallHouse)
    })
    afterEach(() => store.close())

    claimTests(() => store)
    undoTests(() => store)
    rowTests(() => store)
    manyRowsTests(() => store)
    turnTests(() => store)
    bookingQueryTests(() => store)
    orderTests(() => store)
  })
}

function claimTests(of: () => Store): void {
  test('[I1] a seat that is claimed cannot be claimed by another booking', () => {
    of().write([bookingRow('a'), bookingRow('b'), claimRow('a', 2)])
    expect(() => of().write([claimRow('b', 2)])).toThrow(Conflict)
  })

  test('[I1] a claim that is dropped leaves its seat free, and only the claims it names go', () => {
    of().write([bookingRow('a'), bookingRow('b'), claimRow('a', 1), claimRow('a', 2)])
    of().write([
      drop('claim', { showId, seatId: 2 as SeatId, bookingId: idOf('a') }),
      drop('claim', { showId, seatId: 1 as SeatId, bookingId: idOf('b') }),
      claimRow('b', 2),
    ])
    const owners = of()
      .select(query.liveClaimsOfShow, showId)
      .map((claim) => claim.bookingId)
    expect(owners).toEqual(['a', 'b'])
  })

  test('[I1] a drop that is undone leaves the claim where it was', () => {
    of().write([bookingRow('a'), claimRow('a', 2)])
    const fail = () => {
      of().write([drop('claim', { bookingId: idOf('a') })])
      throw new Error('no')
    }
    expect(() => of().transaction(fail)).toThrow('no')
    expect(of().get('claim', showId, 2)?.bookingId).toBe('a')
  })

  test('[I1] two shows may each sell the seat of one number', () => {
    const other = 2 as ShowId
    of().write([put('show', { ...known(of().get('show', showId), 'show'), showId: other })])
    of().write([bookingRow('a'), claimRow('a', 2), bookingRow('b', { showId: other })])
    of().write([claimRow('b', 2, other)])
    expect(of().all('claim').length).toBe(2)
  })
}

function undoTests(of: () => Store): void {
  test('[P7] a part that throws undoes only itself', () => {
    of().transaction(() => {
      of().part(() => of().write([commandRow('first')]))
      const fail = () => {
        of().write([commandRow('second')])
        throw new Error('no')
      }
      expect(() => of().part(fail)).toThrow('no')
      of().part(() => of().write([commandRow('third')]))
    })
    expect(
      of()
        .all('command')
        .map((row) => row.commandId),
    ).toEqual(['first', 'third'])
  })

  test('[P7] a transaction that throws leaves nothing, be it after parts that went well', () => {
    const fail = () => {
      of().part(() => of().write([commandRow('first')]))
      throw new Error('no')
    }
    expect(() => of().transaction(fail)).toThrow('no')
    expect(of().all('command')).toEqual([])
    of().transaction(() => of().write([commandRow('after')]))
    expect(of().all('command').length).toBe(1)
  })

  test('[C1] a conflict in a part leaves what the part wrote before it undone', () => {
    of().write([bookingRow('a'), claimRow('a', 1)])
    const take = () => of().write([bookingRow('b'), claimRow('b', 0), claimRow('b', 1)])
    of().transaction(() => expect(() => of().part(take)).toThrow(Conflict))
    expect(
      of()
        .all('booking')
        .map((row) => row.bookingId),
    ).toEqual(['a'])
    expect(of().all('claim').length).toBe(1)
  })

  test('[P7] a part gives back what its work gives back, and a transaction too', () => {
    expect(of().transaction(() => of().part(() => 7))).toBe(7)
  })
}

function manyRowsTests(of: () => Store): void {
  test('[A2] rows are changed by their keys, many by one statement; a key that nobody has changes nothing', () => {
    const ends = { validFromMs: 0, validUntilMs: 1, usesMax: null }
    const couponOf = (code: string) =>
      put('coupon', { code, percent: 10, discountMaxMinor: 1, ...ends, active: true })
    of().write([couponOf('A'), couponOf('B'), couponOf("C'")])
    of().write([changeAll('coupon', ['A', "C'", 'NONE'], { percent: 7, active: false })])
    expect(
      of()
        .all('coupon')
        .map(({ code, percent, active }) => [code, percent, active]),
    ).toEqual([
      ['A', 7, false],
      ['B', 10, true],
      ["C'", 7, false],
    ])
    const found = of().select({ from: 'coupon', isByKeys: true }, JSON.stringify(["C'", 'NONE', 'B']))
    expect(found.map(({ code }) => code).toSorted()).toEqual(['B', "C'"])
  })
}

function rowTests(of: () => Store): void {
  test('[I24] an answer is kept once: a second row with its command id is a conflict', () => {
    of().write([commandRow('c', '1')])
    expect(() => of().write([commandRow('c', '2')])).toThrow(Conflict)
    expect(of().get('command', 'c')?.answer).toBe('1')
  })

  test('[A1] a row of the catalogue is saved again and again, also while others point at it', () => {
    of().write([bookingRow('a')])
    const show = known(of().get('show', showId), 'show')
    of().write([put('show', { ...show, active: false })])
    const venue = known(of().get('venue', show.venueId), 'venue')
    of().write([put('venue', { ...venue, name: 'New barn' })])
    expect(of().get('show', showId)?.active).toBe(false)
    expect(
      of()
        .all('venue')
        .map(({ name }) => name),
    ).toEqual(['New barn'])
  })

  test('[I25] what was written is read back as it was: words, flags, lists, nulls, bytes and fractions', () => {
    const rows = new Map(smallHouse.map((write) => ['put' in write ? write.put : '', write]))
    for (const table of ['venue', 'listing', 'plan', 'show'] as const) {
      const write = known(rows.get(table), table)
      expect(of().get(table, 1)).toEqual('row' in write && write.row)
    }
    expect(of().get('seat', 1, 3)).toMatchObject({ x: 3.5, number: '4' })
    const hash = Uint8Array.from({ length: 32 }, (_, index) => 255 - index)
    of().write([journalRow(1, null, hash)])
    const found = known(of().get('journal', 1), 'row')
    expect([...found.hash]).toEqual([...hash])
    expect(found.showId).toBeNull()
  })

  test('[I25] a row that was handed out is a copy: changing it changes nothing', () => {
    const row = known(of().get('listing', 1), 'listing')
    ;(row.details as { stars: number }).stars = 1
    row.title = 'Sun'
    expect(of().get('listing', 1)).toMatchObject({ title: 'Rain', details: { stars: 4 } })
  })

  test('[I25] a change touches the rows it names, and only the fields it sets', () => {
    of().write([bookingRow('a'), bookingRow('b'), claimRow('a', 0), claimRow('a', 1), claimRow('b', 2)])
    const types = () =>
      of()
        .all('claim')
        .map((claim) => claim.ticketTypeId)
    of().write([change('claim', { bookingId: idOf('a') }, { ticketTypeId: 3 as TicketTypeId })])
    expect(types()).toEqual([3, 3, 0])
    const second = { bookingId: idOf('a'), seatId: 1 as SeatId }
    of().write([change('claim', second, { ticketTypeId: 5 as TicketTypeId })])
    expect(types()).toEqual([3, 5, 0])
    of().write([change('show', { showId }, { active: false, ticketTypes: ['A', 'B'] })])
    expect(of().get('show', showId)).toMatchObject({ active: false, ticketTypes: ['A', 'B'] })
  })

  test('[C5] a key that nobody has finds nothing', () => {
    expect(of().get('booking', 'none')).toBeUndefined()
    expect(of().select(query.checkInsOfBooking, 'none')).toEqual([])
  })
}

function idsOf<Name extends TableName>(store: Store, asked: Query<Name>, ...values: (string | number)[]) {
  const rows = store.select(asked, ...values)
  return rows.map((row) => ('bookingId' in row ? row.bookingId : 'sequence' in row ? row.sequence : null))
}

function bookingQueryTests(of: () => Store): void {
  test('[H7] [H9] pending bookings are found, and no others', () => {
    of().write([
      bookingRow('late', { expiresAtMs: 300 }),
      bookingRow('soon', { expiresAtMs: 200 }),
      bookingRow('lapsed', { expiresAtMs: 100, lapsedAtMs: 100, graceEndsAtMs: 130 }),
      bookingRow('paid', { expiresAtMs: 100, state: 'confirmed' }),
      bookingRow('old', { expiresAtMs: 100, state: 'cancelled' }),
    ])
    expect(new Set(idsOf(of(), query.pendingBookings))).toEqual(new Set(['lapsed', 'soon', 'late']))
  })

  test('[P4] a coupon is used by what is pending, confirmed or completed, and by nothing else', () => {
    const couponCode = 'X'
    of().write([
      bookingRow('a', { couponCode }),
      bookingRow('b', { couponCode, state: 'confirmed' }),
      bookingRow('c', { couponCode, state: 'completed' }),
      bookingRow('d', { couponCode, state: 'refunded' }),
      bookingRow('e', { couponCode: 'Y' }),
      bookingRow('f'),
    ])
    expect(new Set(idsOf(of(), query.liveWithCoupon, 'X'))).toEqual(new Set(['a', 'b', 'c']))
  })
}

function orderTests(of: () => Store): void {
  test('[K1] the claims of a show are its own', () => {
    const other = 2 as ShowId
    of().write([put('show', { ...known(of().get('show', showId), 'show'), showId: other })])
    of().write([bookingRow('a'), claimRow('a', 0), claimRow('a', 1), claimRow('a', 2, other)])
    const seats = of()
      .select(query.liveClaimsOfShow, showId)
      .map((claim) => claim.seatId)
    expect(new Set(seats)).toEqual(new Set([0, 1]))
  })

  test('[S2] the journal is read from a revision or a number on, in order, and from its end', () => {
    of().write([journalRow(1, 1), journalRow(2, null), journalRow(3, 2), journalRow(4, 3)])
    expect(idsOf(of(), query.journalOfShow, showId, 1, 9)).toEqual([3, 4])
    expect(idsOf(of(), query.journalOfShow, showId, 0, 2)).toEqual([1, 3])
    expect(idsOf(of(), query.journalAfter, 2, 9)).toEqual([3, 4])
    expect(idsOf(of(), query.lastJournalRow, 1)).toEqual([4])
  })

  test('[I39] rows of one kind are read below a number, the newest first', () => {
    of().write([journalRow(1, 1), journalRow(2, null), journalRow(3, 2), journalRow(4, 3)])
    expect(idsOf(of(), query.journalOfKind('hold-lapsed'), 4, 2)).toEqual([3, 2])
    expect(idsOf(of(), query.journalOfKind('hold-lapsed'), 1, 9)).toEqual([])
    expect(idsOf(of(), query.journalOfKind('pin-set'), 9, 9)).toEqual([])
  })

  test('[I25] a table is walked one row at a time in the order of its key, beside others, and can be left before its end', () => {
    of().write([bookingRow('b'), bookingRow('a'), claimRow('a', 1), claimRow('a', 0), claimRow('b', 2)])
    const pairs: string[] = []
    for (const { bookingId } of of().each('booking')) {
      for (const claim of of().each('claim'))
        if (claim.bookingId === bookingId) pairs.push(`${bookingId}${claim.seatId}`)
    }
    expect(pairs).toEqual(['a0', 'a1', 'b2'])
    for (const row of of().each('booking')) if (row.bookingId === 'a') break
    of().write([bookingRow('c')])
    expect([...of().each('booking')]).toEqual(of().all('booking'))
  })

  test('[A1] everything of a table comes in the order of its key', () => {
    of().write([bookingRow('b'), bookingRow('a'), claimRow('b', 1), claimRow('b', 0), claimRow('a', 3)])
    expect(
      of()
        .all('claim')
        .map((row) => [row.bookingId, row.seatId]),
    ).toEqual([
      ['b', 0],
      ['b', 1],
      ['a', 3],
    ])
    const seats = of().select(seatsOfPlan, 1)
    expect(seats.map((seat) => seat.number)).toEqual(['1', '2', '3', '4'])
    const { number, row } = of().columns(seatsOfPlan, 1)
    expect(number.map((one, at) => [one, row[at]])).toEqual(seats.map((seat) => [seat.number, seat.row]))
  })
}
