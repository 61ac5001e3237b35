// Violations of I1 to I11, of I24 and of I48, planted in the journal.

import type { HouseEvent, SeatsHeld } from '../../shared/domain/events.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { known } from '../../shared/lib/assert.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { prices, show1 } from '../engine/test-house.ts'
import { seats } from './forge.fixture.ts'
import { type Plant, evening, expired, held, money, seatIds, strangers } from './planted.fixture.ts'

const offSale = (numbers: readonly number[]): HouseEvent => ({
  type: 'seats-blocked',
  showId: show1,
  seatIds: seatIds(numbers),
  reason: 'a camera',
})

export const seatPlants: readonly Plant[] = [
  // A second claim at the same instant is also a claim over another's.
  ['I1 I9', 'a seat claimed twice', () => evening.append([strangers(seats.sold)])],
  ['I48', 'a seat sold that is off sale', () => evening.append([offSale([7]), strangers([7])])],
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
    'I8',
    'money that came late to a booking that had not ended',
    () => evening.append([{ type: 'payment-late', ...held(), payment: money('a') }]),
  ],
  [
    'I2 I10',
    'a move that frees another’s seat',
    () => evening.edit('booking-reseated', 'moved', () => ({ freed: seatIds([seats.sold[0]]) })),
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
