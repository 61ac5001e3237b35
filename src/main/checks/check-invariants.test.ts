import { expect, test } from 'vitest'
import type { HouseEvent, SeatsHeld } from '../../shared/domain/events.ts'
import type { BookingId, SeatId } from '../../shared/domain/ids.ts'
import { seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import { known } from '../../shared/lib/assert.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { prices, show1, smallPlan } from '../engine/test-house.ts'
import { checkInvariants, inspect } from './check-invariants.ts'
import { invariantIds } from './findings.ts'
import { Evening, type Spoiled, seats } from './forge.fixture.ts'

const evening = await Evening.make()
const untouched = () => evening.append([])
const seatIds = (numbers: readonly number[]) => numbers as readonly SeatId[]

/** A stranger's booking of these seats, as if nobody had them. */
function strangers(numbers: readonly number[]): SeatsHeld {
  const held = evening.event('seats-held', 'sold')
  const line = known(held.lines[0], 'line')
  const lines = numbers.map((seat) => {
    const named = { seatId: seat as SeatId, label: seatLabel(smallPlan, seat as SeatId) }
    return { ...line, ...named, discountMinor: 0 }
  })
  const baseMinor = lines.length * line.priceMinor
  const feeMinor = lines.length * line.feeMinor
  const totals = { ...held.totals, baseMinor, feeMinor, discountMinor: 0, totalMinor: baseMinor + feeMinor }
  return { ...held, bookingId: 'stranger' as BookingId, lines, totals, couponCode: null }
}

/** The booking that ended by itself, its money or its state told on. */
const expired = () => ({ bookingId: evening.id('expired'), showId: show1 })
const held = () => ({ bookingId: evening.id('held'), showId: show1 })
const payment = (id: string, state: 'success' | 'pending') =>
  ({
    type: 'payment-taken',
    ...held(),
    payment: {
      paymentId: id as never,
      mode: 'CASH',
      state,
      amountMinor: 1,
      tenderedMinor: 1,
      changeMinor: 0,
    },
  }) as const

test('[I25] an evening with every kind of booking adds up, forged or not: the tests below can pass', () => {
  expect(checkInvariants(untouched().store)).toEqual([])
  const { verdicts, head } = inspect(untouched().store)
  expect(verdicts.map(({ id }) => id)).toEqual(invariantIds.filter((id) => id !== 'I43'))
  expect(verdicts.every(({ looked }) => looked > 0)).toBe(true)
  expect(head.sequence).toBe(evening.told.length)
})

type Plant = readonly [ids: string, what: string, plant: () => Spoiled]

const inTheJournal: readonly Plant[] = [
  // Twice at one instant is also a claim over another's.
  ['I1 I9', 'a seat claimed twice', () => evening.append([strangers(seats.sold)])],
  ['I3', 'a booking of no seats', () => evening.append([strangers([])])],
  [
    'I4',
    'a seat by a name that its plan does not have',
    () =>
      evening.edit('seats-held', 'held', ({ lines }) => ({
        lines: lines.map((line) => ({ ...line, label: 'Z9' })),
      })),
  ],
  [
    'I4',
    'a seat said to be in another section',
    () =>
      evening.edit('seats-held', 'held', ({ lines }) => ({
        lines: lines.map((line) => ({ ...line, section: 'Pit' })),
      })),
  ],
  [
    'I6',
    'a hold that outlived its grace by more than a sweep',
    () => {
      const { graceEndsAtMs } = evening.event('seats-held', 'held')
      const nowMs = known(evening.told.at(-1), 'last').atMs
      return evening.append(
        [{ type: 'prices-set', showId: show1, version: 2, prices }],
        graceEndsAtMs - nowMs + MINUTE_MS + 1,
      )
    },
  ],
  [
    'I7',
    'a hold longer than its terms',
    () => evening.edit('seats-held', 'held', ({ expiresAtMs }) => ({ expiresAtMs: expiresAtMs + 1 })),
  ],
  [
    'I7',
    'a grace that ends before it begins',
    () => evening.edit('seats-held', 'held', ({ expiresAtMs }) => ({ graceEndsAtMs: expiresAtMs - 1 })),
  ],
  [
    'I7',
    'a hold extended twice',
    () => {
      const { expiresAtMs, graceEndsAtMs } = evening.event('seats-held', 'held')
      const extended = { type: 'hold-extended', ...held(), expiresAtMs, graceEndsAtMs } as const
      return evening.append([extended, extended])
    },
  ],
  [
    'I8',
    'an ended booking that goes on to another state',
    () => evening.append([{ type: 'booking-cancelled', ...expired(), seatIds: [], reason: '' }]),
  ],
  [
    'I8',
    'an event of a booking that never began',
    () =>
      evening.append([{ type: 'hold-lapsed', bookingId: 'nobody' as BookingId, showId: show1, seatIds: [] }]),
  ],
  [
    'I8',
    'copies of tickets that nobody has',
    () => evening.append([{ type: 'tickets-reprinted', ...expired(), copy: 1 }]),
  ],
  [
    'I9',
    'a seat taken over a sold one for a while',
    () =>
      evening.append([
        strangers([0]),
        {
          type: 'booking-cancelled',
          bookingId: 'stranger' as BookingId,
          showId: show1,
          seatIds: seatIds([0]),
          reason: '',
        },
      ]),
  ],
  [
    'I9',
    'a payment after the grace',
    () => {
      const { graceEndsAtMs } = evening.event('hold-extended', 'extended')
      const confirmed = evening.event('booking-confirmed', 'extended')
      const from = evening.told.findIndex(({ event }) => event === confirmed)
      const lateMs = graceEndsAtMs - known(evening.told[from], 'row').atMs
      return evening.forge((told) =>
        told.map((row, at) => {
          if (at < from) return row
          const event = row.event.type === 'seats-held' ? moved(row.event, lateMs) : row.event
          return { ...row, event, atMs: row.atMs + lateMs }
        }),
      )
    },
  ],
  [
    'I10',
    'a seat given back by a booking that has another',
    () =>
      evening.append([
        {
          type: 'booking-cancelled',
          ...held(),
          seatIds: seatIds([...seats.held, ...seats.sold]),
          reason: '',
        },
      ]),
  ],
  [
    'I11',
    'a row before its time',
    () => evening.append([{ type: 'prices-set', showId: show1, version: 2, prices }], -1),
  ],
  [
    'I13',
    'a fee below nothing',
    () =>
      evening.edit('seats-held', 'held', ({ lines, totals }) => ({
        lines: lines.map((line) => ({ ...line, feeMinor: -1 })),
        totals: { ...totals, feeMinor: -lines.length, totalMinor: totals.baseMinor - lines.length },
      })),
  ],
  [
    'I13',
    'a currency that the venue does not take',
    () => evening.edit('seats-held', 'held', ({ totals }) => ({ totals: { ...totals, currency: 'EUR' } })),
  ],
  [
    'I13',
    'a price in halves',
    () => evening.append([{ type: 'prices-set', showId: show1, version: 2, prices: [[0.5]] }]),
  ],
  [
    'I16',
    'a booking confirmed for less than its total',
    () => evening.edit('booking-confirmed', 'sold', ({ payment: paid }) => ({ payment: paid && less(paid) })),
  ],
  [
    'I16',
    'money kept of a booking that ended',
    () => evening.append([{ ...payment('kept', 'success'), ...expired() }]),
  ],
  ['I16', 'two payments under way', () => evening.append([payment('a', 'pending'), payment('b', 'pending')])],
  [
    'I17',
    'more given back than was paid',
    () =>
      evening.edit('booking-refunded', 'refunded', ({ refundMinor }) => ({ refundMinor: refundMinor + 1 })),
  ],
  [
    'I21',
    'a price that is not in the list',
    () =>
      evening.edit('seats-held', 'held', ({ lines, totals }) => ({
        lines: lines.map((line) => ({ ...line, priceMinor: line.priceMinor - 1 })),
        totals: {
          ...totals,
          baseMinor: totals.baseMinor - lines.length,
          totalMinor: totals.totalMinor - lines.length,
        },
      })),
  ],
  [
    'I21',
    'a total that is no sum',
    () =>
      evening.edit('seats-held', 'held', ({ totals }) => ({
        totals: { ...totals, totalMinor: totals.totalMinor + 1 },
      })),
  ],
  [
    'I4 I21',
    'a price list that there never was',
    () => evening.edit('seats-held', 'held', () => ({ priceVersion: 9 })),
  ],
  [
    'I21',
    'a coupon that is not there',
    () => evening.edit('seats-held', 'held', () => ({ couponCode: 'NOPE' })),
  ],
  [
    'I21',
    'a coupon used more often than it may',
    () =>
      evening.append([
        { ...strangers([7]), couponCode: 'ONCE' },
        { ...strangers([8]), couponCode: 'ONCE', bookingId: 'other' as BookingId },
      ]),
  ],
  [
    'I21',
    'change that is not the rest',
    () =>
      evening.edit('booking-confirmed', 'sold', ({ payment: paid }) => ({
        payment: paid && { ...paid, changeMinor: paid.changeMinor + 1 },
      })),
  ],
  [
    'I22',
    'one number on two tickets',
    () => {
      const number = evening.event('booking-confirmed', 'sold').tickets[0]?.number ?? ''
      return evening.edit('booking-confirmed', 'extended', ({ tickets }) => ({
        tickets: tickets.with(0, { ...known(tickets[0], 'ticket'), number }),
      }))
    },
  ],
  [
    'I22',
    'a number of no form',
    () =>
      evening.edit('booking-confirmed', 'sold', ({ tickets }) => ({
        tickets: tickets.map((one) => ({ ...one, number: '7' })),
      })),
  ],
  [
    'I22',
    'a code that is short enough to guess',
    () =>
      evening.edit('booking-confirmed', 'sold', ({ tickets }) => ({
        tickets: tickets.map((one) => ({ ...one, secret: one.secret.slice(1) })),
      })),
  ],
  [
    'I22',
    'a seat without a ticket',
    () => evening.edit('booking-confirmed', 'sold', ({ tickets }) => ({ tickets: tickets.slice(1) })),
  ],
  [
    'I24',
    'a second effect of a command',
    () =>
      evening.forge((told) => {
        const sold = known(
          told.find(({ event }) => event === evening.event('booking-confirmed', 'sold')),
          'row',
        )
        const last = known(told.at(-1), 'last row')
        const event: HouseEvent = {
          type: 'tickets-reprinted',
          bookingId: evening.id('sold'),
          showId: show1,
          copy: 1,
        }
        return [...told, { ...sold, event, atMs: last.atMs }]
      }),
  ],
  [
    'I24',
    'a command of two hands',
    () =>
      evening.forge((told) =>
        told.map((row) => (row.event.type === 'booking-refunded' ? { ...row, staffId: 9 as never } : row)),
      ),
  ],
]

function moved(event: SeatsHeld, byMs: number): SeatsHeld {
  return { ...event, expiresAtMs: event.expiresAtMs + byMs, graceEndsAtMs: event.graceEndsAtMs + byMs }
}

function less<Paid extends { amountMinor: number; tenderedMinor: number }>(paid: Paid): Paid {
  return { ...paid, amountMinor: paid.amountMinor - 1, tenderedMinor: paid.tenderedMinor - 1 }
}

test.for(inTheJournal)('[%s] is what breaks, and nothing else, by %s in the journal', ([ids, , plant]) => {
  expect(plant().ids().join(' ')).toBe(ids)
})

const ofSold = () => `booking_id = '${evening.id('sold')}'`

/** The fold sees every change of a row that the journal did not make, so I25 stands beside the rule that the row breaks. */
const behindIt: readonly (readonly [ids: string, what: string, sql: () => string])[] = [
  [
    'I2 I25',
    'an ended booking that claims',
    () => `UPDATE claim SET is_live = 1 WHERE booking_id = '${evening.id('expired')}'`,
  ],
  [
    'I3 I25',
    'a sold seat that is free',
    () => `UPDATE claim SET is_live = 0 WHERE ${ofSold()} AND seat_id = 1`,
  ],
  [
    'I3 I4 I25',
    'a claim in another show',
    () => `UPDATE claim SET show_id = 2 WHERE ${ofSold()} AND seat_id = 1`,
  ],
  [
    'I4 I25',
    'a seat that its show does not have',
    () => `UPDATE claim SET seat_id = 99 WHERE ${ofSold()} AND seat_id = 1`,
  ],
  ['I4', 'a seat renumbered in its plan', () => "UPDATE seat SET number = '77' WHERE seat_id = 1"],
  ['I5', 'a plan that says more seats than it has', () => 'UPDATE plan SET seats = seats + 1'],
  [
    'I7 I25',
    'a hold extended after its end',
    () => `UPDATE booking SET extended_at_ms = reserved_at_ms + hold_ms WHERE ${ofSold()}`,
  ],
  [
    'I16 I25',
    'a confirmed booking that never was',
    () => `UPDATE booking SET confirmed_at_ms = NULL WHERE ${ofSold()}`,
  ],
  [
    'I16 I17 I25',
    'a payment given back alone',
    () => `UPDATE payment SET state = 'refunded' WHERE ${ofSold()}`,
  ],
  [
    'I16 I17 I25',
    'a refund that kept the money',
    () => `UPDATE payment SET state = 'success' WHERE booking_id = '${evening.id('refunded')}'`,
  ],
  ['I21 I25', 'a discount without a coupon', () => `UPDATE booking SET coupon_code = NULL WHERE ${ofSold()}`],
  [
    'I24',
    'a command whose answer is lost',
    () =>
      'DELETE FROM command WHERE command_id = (SELECT command_id FROM journal ORDER BY sequence DESC LIMIT 1)',
  ],
  ['I25', 'a title changed', () => "UPDATE listing SET title = 'Sun'"],
  ['I25', 'a customer who is not in the journal', () => "INSERT INTO customer VALUES (9, 'x', '', '', 0)"],
  ['I25', 'a coupon that is gone', () => "DELETE FROM coupon WHERE code = 'OVER'"],
  ['I25', 'a row of another role', () => "UPDATE journal SET role = 'admin' WHERE sequence = 20"],
  [
    'I25',
    'a row that cannot be read',
    () => "UPDATE journal SET body = '{' WHERE kind = 'entry-saved' AND sequence = 1",
  ],
  [
    'I25',
    'a row of a kind that there is not',
    () => `UPDATE journal SET body = '{"type":"dance"}' WHERE sequence = 1`,
  ],
]

test.for(behindIt)('[%s] is what breaks by %s behind the journal', ([ids, , sql]) => {
  expect(untouched().sql(sql()).ids().join(' ')).toBe(ids)
})

test('[I1] [I25] every invariant that is checked has its planted violation above', () => {
  const planted = new Set([...inTheJournal, ...behindIt].flatMap(([ids]) => ids.split(' ')))
  // The file itself is damaged in check-file.test.ts.
  expect([...invariantIds].filter((id) => !planted.has(id))).toEqual(['I43'])
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
  const many = Array.from({ length: 1000 }, (_, at) => `(${at + 100}, '', '', '', 0)`).join()
  const { verdicts } = inspect(untouched().sql(`INSERT INTO customer VALUES ${many}`).store)
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
