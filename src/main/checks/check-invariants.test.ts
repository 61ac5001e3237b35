import { expect, test } from 'vitest'
import type { BookingId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { prices, show1 } from '../engine/test-house.ts'
import type { Store, TableName } from '../store/store.ts'
import { checkInvariants, inspect } from './check-invariants.ts'
import { invariantIds } from './findings.ts'
import { seats } from './forge.fixture.ts'
import { copyPlants } from './planted-copies.fixture.ts'
import { moneyPlants } from './planted-money.fixture.ts'
import { latePlants, rowPlants } from './planted-rows.fixture.ts'
import { seatPlants } from './planted-seats.fixture.ts'
import { shiftPlants, wholeShift } from './planted-shifts.fixture.ts'
import { couponLimit, evening, seatIds, strangers, untouched } from './planted.fixture.ts'

const inTheJournal = [...seatPlants, ...moneyPlants, ...copyPlants, ...shiftPlants]

test('[I25] an evening with every kind of booking adds up, forged or not: the tests below can pass', () => {
  expect(checkInvariants(untouched().store)).toEqual([])
  const { verdicts, head } = inspect(untouched().store)
  expect(verdicts.map(({ id }) => id)).toEqual(invariantIds.filter((id) => id !== 'I43'))
  expect(verdicts.every(({ looked }) => looked > 0)).toBe(true)
  expect(head.sequence).toBe(evening.told.length)
})

test('[I45] [I46] [I47] a whole shift adds up: opened over what was found, counted short, closed', () => {
  expect(evening.append(wholeShift).ids()).toEqual([])
})

test('[I9] [A2] a seat that was off sale, came back and was sold adds up: such a house has backups, and they can be restored', () => {
  const free = { showId: show1, seatIds: seatIds([7]), reason: 'a camera' }
  const off = { type: 'seats-blocked', ...free } as const
  const back = { type: 'seats-unblocked', ...free } as const
  expect(evening.append([off, back, strangers([7])]).ids()).toEqual([])
})

test('[I48] [SYNC 4.7] a seat that somebody has when it goes off sale is theirs: nobody takes it after that', () => {
  const off = (seatId: number) => {
    const ofSeat = {
      type: 'seats-blocked',
      showId: show1,
      seatIds: seatIds([seatId]),
      reason: 'lost',
    } as const
    return ofSeat
  }
  expect(evening.append(seats.held.map(off)).ids()).toEqual([])
  expect(evening.append(seats.sold.map(off)).ids()).toEqual([])
})

test('[I21] [P4] a coupon whose limit is lowered below its uses, or undone to less, is closed: what was used before adds up', () => {
  const uses = { ...strangers([7]), couponCode: 'TENOFF' }
  expect(evening.append([uses, couponLimit('TENOFF', null, 1)]).ids()).toEqual([])
  expect(evening.append([couponLimit('TENOFF', null, 2), uses, couponLimit('TENOFF', 2, 0)]).ids()).toEqual(
    [],
  )
})

test('[I21] [P4] a coupon that a booking gave up may be used by another, and is used once by who takes it again', () => {
  const held = strangers([7])
  const { bookingId, showId, lines, totals } = held
  const chosen = (couponCode: string | null) =>
    ({ type: 'tickets-chosen', bookingId, showId, lines, totals, couponCode }) as const
  const other = { ...strangers([8]), bookingId: 'other' as BookingId, couponCode: 'ONCE' }
  const uses = { ...held, couponCode: 'ONCE' }
  expect(evening.append([uses, chosen(null), chosen('ONCE'), chosen('ONCE')]).ids()).toEqual([])
  expect(evening.append([uses, chosen(null), other]).ids()).toEqual([])
  expect(evening.append([uses, chosen(null), other, chosen('ONCE')]).found('I21')).toEqual([
    'coupon ONCE: is used by 2 bookings of 1',
  ])
})

test.for(inTheJournal)('[%s] is what breaks, and nothing else, by %s in the journal', ([ids, , plant]) => {
  expect(plant().ids().join(' ')).toBe(ids)
})

test.for(rowPlants)('[%s] is what breaks by %s behind the journal', ([ids, , sql]) => {
  expect(untouched().inPlace().sql(sql()).ids().join(' ')).toBe(ids)
})

test.for(latePlants)('[%s] is what breaks by %s beside its event', ([ids, , sql]) => {
  expect(untouched().inPlace().ids()).toEqual([])
  expect(untouched().sql(sql()).ids().join(' ')).toBe(ids)
})

test('[I1] [I25] every invariant that is checked has its planted violation above', () => {
  const planted = new Set([...inTheJournal, ...rowPlants].flatMap(([ids]) => ids.split(' ')))
  // For I14 a column is added below; I43, damage of the file itself, is tested in check-file.test.ts.
  expect([...invariantIds].filter((id) => !planted.has(id))).toEqual(['I14', 'I43'])
})

test('[I14] a wallet that keeps its balance is what breaks, whatever the books say', () => {
  const { store } = untouched()
  const wallets = store.all('wallet').map((wallet) => ({ ...wallet, balanceMinor: 40_00 }))
  const keeping = new Proxy<Store>(store, {
    get: (own, name) => {
      if (name === 'each') return (table: TableName) => (table === 'wallet' ? wallets : own.each(table))
      const member: unknown = Reflect.get(own, name)
      return typeof member === 'function' ? member.bind(own) : member
    },
  })
  // The fold compares only the columns that the journal makes, so this one does not break I25.
  expect(checkInvariants(keeping)).toMatchObject([
    { id: 'I14', where: 'wallet 1', found: 'keeps a balanceMinor of its own' },
  ])
})

test('[I6] a sweep has its time: exactly a minute late is not yet stuck', () => {
  const { graceEndsAtMs } = evening.event('seats-held', 'held')
  const afterMs = graceEndsAtMs - known(evening.told.at(-1), 'last').atMs + MINUTE_MS
  const prices2 = { type: 'prices-set', showId: show1, version: 2, prices } as const
  expect(evening.append([prices2], afterMs).ids()).toEqual([])
})

test('[I25] a finding says where, and what it found there; of a thousand, twenty are said and all are counted', () => {
  expect(untouched().sql("UPDATE listing SET title = 'Sun'").found('I25')).toEqual([
    'listing 1: title is "Sun", by the journal "Rain"',
  ])
  const many = Array.from({ length: 1000 }, (_, at) => `(${at + 100}, '', '', '', 0, NULL)`).join()
  const { verdicts } = inspect(
    untouched().sql(`INSERT INTO customer (customer_id, name, phone, email, vip, language) VALUES ${many}`)
      .store,
  )
  const fold = known(
    verdicts.find(({ id }) => id === 'I25'),
    'I25',
  )
  expect([fold.broken, fold.findings.length]).toEqual([1000, 20])
})

test('[I25] a row that is taken out of the journal is a gap, and what it made has no reason', () => {
  const cut = untouched().sql('DELETE FROM journal WHERE sequence = 2')
  expect(cut.ids()).toEqual(['I25'])
  expect(cut.found('I25').slice(0, 2)).toEqual([
    'journal 3: does not follow from 1',
    expect.stringContaining('is there, and the journal does not know it'),
  ])
})

test('[I5] time is told of every check where somebody counts it', () => {
  let ms = 0
  const { verdicts } = inspect(untouched().store, { elapsedMs: () => (ms += 1) })
  expect(verdicts.every(({ tookMs }) => tookMs > 0)).toBe(true)
})
