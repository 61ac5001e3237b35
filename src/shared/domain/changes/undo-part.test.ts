import { expect, test } from 'vitest'
import type { RowsChanged } from '../change-events.ts'
import { heldBooking, sampleShow, seatNumber, start } from '../sale.fixture.ts'
import type { FoundSeat } from '../show.ts'
import type { Undoable } from './change.ts'
import { couponEntry, customerEntry, listingRecord, showRecord } from './rows.fixture.ts'
import { undoPart } from './undo-part.ts'

function words(...undoables: Undoable[]): string[] {
  return undoPart(undoables, start).outcomes.map(({ id, outcome, reason }) => `${id} ${reason ?? outcome}`)
}

const rowsChanged: RowsChanged = {
  type: 'rows-changed',
  of: 'shows',
  alike: [
    { ids: [1, 2, 3], before: { active: false }, after: { active: true } },
    { ids: [4], before: { active: true, details: { a: [1] } }, after: { active: false, details: { a: [] } } },
  ],
}

test('[A2] rows that still are as they were left become what they were; others are left and named', () => {
  const found = [
    { id: 1, row: { active: true }, liveHolds: 0, sold: 0 },
    { id: 2, row: { active: false }, liveHolds: 0, sold: 0 },
    { id: 3, row: { active: true }, liveHolds: 1, sold: 0 },
    { id: 4, row: { active: false, details: { a: [] } }, liveHolds: 1, sold: 0 },
  ]
  const undoable = { event: rowsChanged, found }
  expect(words(undoable)).toEqual(['1 changes', '2 changed-since', '3 held', '4 changes'])
  expect(undoPart([undoable], start).events).toEqual([
    {
      type: 'rows-changed',
      of: 'shows',
      alike: [
        { ids: [1], before: { active: true }, after: { active: false } },
        {
          ids: [4],
          before: { active: false, details: { a: [] } },
          after: { active: true, details: { a: [1] } },
        },
      ],
    },
  ])
})

test('[A2] [P4] the day of a coupon does not go back where its other day was set since and it could never be used', () => {
  const event: RowsChanged = {
    type: 'rows-changed',
    of: 'coupons',
    alike: [{ ids: ['HALF', 'ONCE'], before: { validFromMs: 10 }, after: { validFromMs: 2 } }],
  }
  const found = [
    { id: 'HALF', row: { validFromMs: 2, validUntilMs: 10 }, liveHolds: 0, sold: 0 },
    { id: 'ONCE', row: { validFromMs: 2, validUntilMs: 11 }, liveHolds: 0, sold: 0 },
  ]
  expect(words({ event, found })).toEqual(['HALF malformed', 'ONCE changes'])
})

test('[A2] a show that was moved goes back, but not under those who bought or hold seats since, nor into the past', () => {
  const times = (startsAtMs: number) => ({ startsAtMs, salesCloseAtMs: startsAtMs + 1 })
  const moved = (before: number): RowsChanged => ({
    type: 'rows-changed',
    of: 'shows',
    alike: [{ ids: [1, 2, 3], before: times(before), after: times(start + 9000) }],
  })
  const row = times(start + 9000)
  const found = [
    { id: 1, row, liveHolds: 0, sold: 0 },
    { id: 2, row, liveHolds: 1, sold: 2 },
    { id: 3, row, liveHolds: 1, sold: 0 },
  ]
  expect(words({ event: moved(start + 1), found })).toEqual(['1 changes', '2 sold', '3 held'])
  expect(words({ event: moved(start), found })).toEqual(['1 in-the-past', '2 sold', '3 held'])
})

test('[A2] a row that is gone is left, and nothing is journaled where nothing goes back', () => {
  expect(undoPart([{ event: rowsChanged, found: [] }], start)).toMatchObject({ events: [] })
})

const pricesSet = { type: 'prices-set', showId: sampleShow.showId, version: 2, prices: [] } as const

test('[A2] prices go back to the list before, as a new one; where they were set again since, they stay', () => {
  const before = [[1, null]]
  const now = (priceVersion: number) => ({ ...sampleShow, priceVersion })
  expect(undoPart([{ event: pricesSet, show: now(2), before }], start).events).toEqual([
    { type: 'prices-set', showId: sampleShow.showId, version: 3, prices: before },
  ])
  expect(words({ event: pricesSet, show: now(3), before })).toEqual(['1 changed-since'])
  expect(words({ event: pricesSet, show: null, before })).toEqual(['1 changed-since'])
  expect(words({ event: pricesSet, show: now(2), before: null })).toEqual(['1 changed-since'])
})

const blocking = {
  type: 'seats-blocked',
  showId: sampleShow.showId,
  seatIds: [],
  reason: 'a camera',
} as const
const off = (seatId: number, blockedFor = 'a camera'): FoundSeat => ({ ...seatNumber(seatId), blockedFor })

test('[A2] seats that were taken off sale come back, but those that are off for another reason by now', () => {
  const undoable = { event: blocking, show: sampleShow, seats: [off(1), off(2, 'broken'), seatNumber(3)] }
  expect(words(undoable)).toEqual(['1 changes', '2 changed-since', '3 changed-since'])
  expect(undoPart([undoable], start).events).toMatchObject([{ type: 'seats-unblocked', seatIds: [1] }])
})

test('[A2] seats that were off sale for another reason before are off for that again', () => {
  const event = { ...blocking, insteadOf: 'broken' } as const
  expect(undoPart([{ event, show: sampleShow, seats: [off(1)] }], start).events).toMatchObject([
    { type: 'seats-blocked', seatIds: [1], reason: 'broken', insteadOf: 'a camera' },
  ])
})

test('[A2] seats that came back go off sale again, but those sold, held or blocked since: they are left and named', () => {
  const event = { ...blocking, type: 'seats-unblocked' } as const
  const seats = [
    seatNumber(1),
    seatNumber(2, 0, heldBooking({ state: 'confirmed' }, [2])),
    seatNumber(3, 0, heldBooking({}, [3])),
    off(4),
  ]
  expect(words({ event, show: sampleShow, seats })).toEqual([
    '1 changes',
    '2 sold',
    '3 held',
    '4 changed-since',
  ])
  expect(undoPart([{ event, show: sampleShow, seats }], start).events).toMatchObject([
    { type: 'seats-blocked', seatIds: [1], reason: 'a camera' },
  ])
  expect(undoPart([{ event, show: sampleShow, seats: [off(4)] }], start).events).toEqual([])
})

const made = { type: 'entry-saved', entry: showRecord(7).entry } as const

test('[A2] a show that was made is withdrawn while it is as it was made and nobody has seats of it', () => {
  expect(undoPart([{ event: made, now: showRecord(7) }], start)).toEqual({
    events: [
      {
        type: 'rows-changed',
        of: 'shows',
        alike: [
          {
            ids: [7],
            before: { active: true, withdrawn: false },
            after: { active: false, withdrawn: true },
          },
        ],
      },
    ],
    outcomes: [{ id: 7, outcome: 'changes', reason: null }],
  })
  const repriced = { show: { ...sampleShow, priceVersion: 2 } }
  expect([
    words({ event: made, now: null }),
    words({ event: made, now: showRecord(7, {}, false) }),
    words({ event: made, now: showRecord(7, repriced) }),
    words({ event: made, now: showRecord(7, { sold: 1, liveHolds: 1 }) }),
    words({ event: made, now: showRecord(7, { liveHolds: 1 }) }),
  ]).toEqual([['7 changed-since'], ['7 changed-since'], ['7 changed-since'], ['7 sold'], ['7 held']])
})

test('[A3] a customer who was made is withdrawn, a coupon and a listing go off sale; what changed or is used since stays', () => {
  const entries = [customerEntry(7), couponEntry('NEW'), listingRecord(5).entry] as const
  const made = (at: 0 | 1 | 2, turn = {}, counts = {}): Undoable => {
    const entry = entries[at]
    const event = { type: 'entry-saved', entry } as const
    return { event, made: { id: 1, row: { ...entry, ...turn }, liveHolds: 0, sold: 0, ...counts } }
  }
  expect(undoPart([made(0), made(1), made(2)], start).events).toEqual([
    {
      type: 'rows-changed',
      of: 'customers',
      alike: [{ ids: [7], before: { withdrawn: false }, after: { withdrawn: true } }],
    },
    {
      type: 'rows-changed',
      of: 'coupons',
      alike: [{ ids: ['NEW'], before: { active: true }, after: { active: false } }],
    },
    {
      type: 'rows-changed',
      of: 'listings',
      alike: [{ ids: [5], before: { active: true }, after: { active: false } }],
    },
  ])
  const offSale = { ...listingRecord(6).entry, active: false }
  const event = { type: 'entry-saved', entry: offSale } as const
  expect([
    words(made(0, { name: 'Asha' })),
    words(made(0, {}, { sold: 1 })),
    words(made(2, {}, { liveHolds: 1 })),
    words({ event, made: null }),
    words({ event, made: { id: 6, row: offSale, liveHolds: 0, sold: 0 } }),
  ]).toEqual([['7 changed-since'], ['7 in-use'], ['5 held'], ['6 changed-since'], ['6 same']])
})
