import { expect, test } from 'vitest'
import type { BookingId, PlanId, SeatId } from './ids.ts'
import { SeatReplay } from './seat-replay.ts'
import { type SeatState, seatStates } from './seat-state.ts'
import type { SeatStep } from './seat-steps.ts'

/** Seats 0 to 2 of a category that is on sale, seat 3 of one that is not. */
const plan = {
  planId: 1 as PlanId,
  count: 4,
  category: Uint8Array.of(0, 0, 0, 1),
  row: new Uint16Array(4),
  rows: [{ label: 'A', section: 0 }],
  sections: [{ name: 'Hall', kind: 'seats' }],
} as const
const onSale = [true, false]

type Row = Partial<Omit<SeatStep, 'bookingId' | 'seatIds'>> & {
  readonly atMs: number
  readonly of?: string
  readonly seats?: readonly number[]
}

function replayOf(rows: readonly Row[]): SeatReplay {
  const replay = new SeatReplay([plan])
  for (const [index, { of = null, seats = [], ...row }] of rows.entries()) {
    const nothing = { state: null, untilMs: null, onSale: null, planId: null }
    const seatIds = seats as SeatId[]
    replay.add({ ...nothing, revision: index + 1, bookingId: of as BookingId | null, seatIds, ...row })
  }
  return replay
}

function at(replay: SeatReplay, atMs: number): readonly (SeatState | undefined)[] {
  return [...replay.statesAt(atMs)].map((code) => seatStates[code])
}

const opened: Row = { atMs: 0, onSale }
const free = ['available', 'available', 'available', 'blocked']
const first = (state: SeatState) => [state, ...free.slice(1)]

test('[A6] before it was put on sale nothing can be had; from then on what has a price', () => {
  const empty = new SeatReplay([plan])
  expect([empty.revision, empty.fromMs]).toEqual([0, null])
  const replay = replayOf([{ atMs: 5 }, { atMs: 7, onSale }])
  expect([replay.revision, replay.fromMs]).toEqual([2, 5])
  expect(at(replay, 6)).toEqual(Array(4).fill('blocked'))
  expect(at(replay, 7)).toEqual(free)
})

test('[A6] [H4] a hold’s seats are free at the very millisecond of its end, whether or not a row tells it', () => {
  const replay = replayOf([opened, { atMs: 10, of: 'a', seats: [0], state: 'held', untilMs: 20 }])
  expect(at(replay, 9)).toEqual(free)
  expect(at(replay, 10)).toEqual(first('held'))
  replay.passTo(19)
  expect(at(replay, 25)).toEqual(first('held'))
  replay.passTo(20)
  expect(at(replay, 19)).toEqual(first('held'))
  expect(at(replay, 20)).toEqual(free)
  expect([replay.after(10), replay.before(20)]).toEqual([20, 10])
})

test('[H4] ends between two rows come in their own order, each at its own instant', () => {
  const replay = replayOf([
    opened,
    { atMs: 1, of: 'a', seats: [0], state: 'held', untilMs: 30 },
    { atMs: 2, of: 'b', seats: [1], state: 'reserved', untilMs: 20 },
    { atMs: 50, of: 'c', seats: [2], state: 'held', untilMs: 60 },
  ])
  expect([replay.after(2), replay.after(20), replay.after(30)]).toEqual([20, 30, 50])
  expect(at(replay, 20)).toEqual(['held', 'available', 'available', 'blocked'])
})

test('[H3] [H16] a hold that is extended, or is to be paid later, ends when that says', () => {
  const replay = replayOf([
    opened,
    { atMs: 1, of: 'a', seats: [0], state: 'held', untilMs: 10 },
    { atMs: 5, of: 'a', untilMs: 20 },
    { atMs: 15, of: 'a', seats: [0], state: 'reserved', untilMs: 40 },
    { atMs: 18, of: 'a' },
  ])
  replay.passTo(50)
  expect([10, 15, 20, 39, 40].map((atMs) => at(replay, atMs)[0])).toEqual([
    'held',
    'reserved',
    'reserved',
    'reserved',
    'available',
  ])
})

test('[H5] [H6] a payment keeps the seats past the hold’s end; one that fails then leaves them free; one in the grace sells them', () => {
  const replay = replayOf([
    opened,
    { atMs: 1, of: 'a', seats: [0], state: 'held', untilMs: 10 },
    { atMs: 8, of: 'a', seats: [0], state: 'paying', untilMs: 100 },
    { atMs: 20, of: 'a', seats: [0], state: 'pending' },
    { atMs: 22, of: 'a', seats: [0], state: 'paying', untilMs: 90 },
    { atMs: 25, of: 'a', seats: [0], state: 'sold' },
  ])
  const seen = [9, 10, 19, 20, 21, 22, 25].map((atMs) => at(replay, atMs)[0])
  expect(seen).toEqual(['paying', 'paying', 'paying', 'available', 'available', 'paying', 'sold'])
  replay.passTo(1000)
  expect(at(replay, 1000)).toEqual(first('sold'))
})

test('[H6] a payment that fails while the hold lives gives back what it was', () => {
  const replay = replayOf([
    opened,
    { atMs: 1, of: 'a', seats: [0], state: 'reserved', untilMs: 50 },
    { atMs: 8, of: 'a', seats: [0], state: 'paying', untilMs: 40 },
    { atMs: 9, of: 'a', seats: [0], state: 'pending' },
  ])
  expect([8, 9].map((atMs) => at(replay, atMs)[0])).toEqual(['paying', 'reserved'])
})

test('[A6] a hold without an end has none to wait for: it is free at once', () => {
  const replay = replayOf([opened, { atMs: 1, of: 'a', seats: [0], state: 'held' }])
  expect(at(replay, 1)).toEqual(free)
})

test('[H10] a booking that holds nothing changes no seat until it is paid', () => {
  const replay = replayOf([
    opened,
    { atMs: 1, of: 'a', untilMs: 10 },
    { atMs: 2, of: 'a', state: 'paying', untilMs: 90 },
    { atMs: 12, of: 'a', seats: [0], state: 'sold' },
  ])
  expect([1, 2, 11, 12].map((atMs) => at(replay, atMs)[0])).toEqual([
    'available',
    'available',
    'available',
    'sold',
  ])
})

test('[A6] a category that leaves the sale takes its free seats along; those that somebody has, when they come free', () => {
  const replay = replayOf([
    opened,
    { atMs: 1, of: 'a', seats: [0], state: 'sold' },
    { atMs: 2, onSale: [false, false] },
    { atMs: 3, of: 'a', seats: [0], state: 'available' },
    { atMs: 4, onSale: [false, false] },
    { atMs: 5, onSale: [true, true] },
  ])
  expect(at(replay, 2)).toEqual(['sold', 'blocked', 'blocked', 'blocked'])
  expect(at(replay, 3)).toEqual(Array(4).fill('blocked'))
  expect(replay.after(3)).toBe(5)
  expect(at(replay, 5)).toEqual(Array(4).fill('available'))
})

test('[SYNC 4.7] [A6] a seat that somebody has when it goes off sale stays theirs, in its story too, and is off sale when they give it up', () => {
  const replay = replayOf([
    opened,
    { atMs: 1, of: 'a', seats: [0], state: 'held', untilMs: 90 },
    { atMs: 2, seats: [0], state: 'blocked' },
    { atMs: 3, of: 'a', seats: [0], state: 'sold' },
    { atMs: 4, of: 'a' },
    { atMs: 5, of: 'a', seats: [0], state: 'available' },
    { atMs: 6, seats: [0], state: 'available' },
  ])
  const states = [1, 2, 3, 5, 6].map((ms) => at(replay, ms)[0])
  expect(states).toEqual(['held', 'held', 'sold', 'blocked', 'available'])
  const story = replay.storyOf(0 as SeatId).map(({ atMs, bookingId }) => [atMs, bookingId])
  expect(story).toEqual([
    [0, null],
    [1, 'a'],
    [2, null],
    [3, 'a'],
    [4, 'a'],
    [5, 'a'],
    [6, null],
  ])
})

test('[A2] [A6] a seat that is taken off sale by itself stays so until it is put back, whatever its category does', () => {
  const replay = replayOf([
    opened,
    { atMs: 1, seats: [0, 3], state: 'blocked' },
    { atMs: 2, onSale: [false, true] },
    { atMs: 3, onSale: [true, true] },
    { atMs: 4, seats: [0, 3], state: 'available' },
  ])
  expect([1, 2, 3, 4].map((atMs) => at(replay, atMs))).toEqual([
    ['blocked', 'available', 'available', 'blocked'],
    ['blocked', 'blocked', 'blocked', 'blocked'],
    ['blocked', 'available', 'available', 'blocked'],
    Array(4).fill('available'),
  ])
  expect(replay.storyOf(0 as SeatId).map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5])
})

test('[A6] a seat’s story is every row that named it, what its holder did meanwhile, and each end by the clock', () => {
  const replay = replayOf([
    opened,
    { atMs: 1, of: 'a', seats: [0, 1], state: 'held', untilMs: 10 },
    { atMs: 2, of: 'other' },
    { atMs: 3, of: 'a' },
    { atMs: 12, of: 'a' },
    { atMs: 13, of: 'a', seats: [0, 1], state: 'available' },
    { atMs: 13, of: 'b', seats: [0], state: 'held', untilMs: 30 },
    { atMs: 14, of: 'b', seats: [0], state: 'sold' },
    { atMs: 15, of: 'b' },
    { atMs: 16, onSale: [true, true] },
    { atMs: 17, onSale: [false, true] },
    { atMs: 18, of: 'c', seats: [1], state: 'held', untilMs: 20 },
  ])
  replay.passTo(40)
  const told = (seat: number) =>
    replay.storyOf(seat as SeatId).map(({ atMs, revision, bookingId }) => [atMs, revision, bookingId])
  expect(told(0)).toEqual([
    [0, 1, null],
    [1, 2, 'a'],
    [3, 4, 'a'],
    [10, null, 'a'],
    [13, 6, 'a'],
    [13, 7, 'b'],
    [14, 8, 'b'],
    [15, 9, 'b'],
    [17, 11, null],
  ])
  expect(told(1).slice(-2)).toEqual([
    [18, 12, 'c'],
    [20, null, 'c'],
  ])
  expect(told(3)).toEqual([[16, 10, null]])
})

test('[A6] what was sold in which part of its life', () => {
  const replay = replayOf([opened, { atMs: 6, of: 'a', seats: [0, 1], state: 'sold' }])
  expect(replay.turnover(0, 10, 2)).toEqual({ sold: [0, 2], back: [0, 0] })
})

test('[A6] a row that is heard of after the clock has passed it is added to the same without that time', () => {
  const replay = replayOf([opened, { atMs: 10, of: 'a', seats: [0], state: 'held', untilMs: 20 }])
  replay.passTo(30)
  const again = replay.again()
  again.add({
    revision: 3,
    atMs: 19,
    bookingId: 'a' as BookingId,
    seatIds: [0 as SeatId],
    state: 'sold',
    untilMs: null,
    onSale: null,
    planId: null,
  })
  expect([again.revision, at(again, 30)]).toEqual([3, first('sold')])
})

test('[L4] from the version on that the show went to, seats come and go; whoever has one keeps it, and each instant is on its own plan', () => {
  const wider = {
    ...plan,
    planId: 2 as PlanId,
    count: 5,
    category: Uint8Array.of(0, 0, 0, 1, 0),
    row: Uint16Array.of(1, 0, 0, 0, 0),
    rows: [
      { label: 'A', section: 0 },
      { label: 'A', section: 1 },
    ],
    sections: [...plan.sections, { name: 'Hall', kind: 'gone' }],
  } as const
  const replay = new SeatReplay([plan, wider])
  const nothing = { state: null, untilMs: null, onSale: null, planId: null, bookingId: null, seatIds: [] }
  replay.add({ ...nothing, revision: 1, atMs: 1, onSale })
  const sold = { seatIds: [1 as SeatId], state: 'sold', bookingId: 'a' as BookingId } as const
  replay.add({ ...nothing, ...sold, revision: 2, atMs: 2 })
  replay.add({ ...nothing, revision: 3, atMs: 3, planId: wider.planId })
  replay.add({ ...nothing, revision: 4, atMs: 4, planId: plan.planId })
  expect(at(replay, 2)).toEqual(['available', 'sold', 'available', 'blocked', 'blocked'])
  expect(at(replay, 3)).toEqual(['blocked', 'sold', 'available', 'blocked', 'available'])
  expect(at(replay, 4)).toEqual(at(replay, 2))
  expect([0, 2, 3, 4].map((atMs) => Number(replay.planAt(atMs)))).toEqual([1, 1, 2, 1])
  const revisions = (seat: number) => replay.storyOf(seat as SeatId).map(({ revision }) => revision)
  expect([revisions(0), revisions(1), revisions(4)]).toEqual([
    [1, 3, 4],
    [1, 2],
    [3, 4],
  ])
  expect(at(replay.again(), 3)).toEqual(at(replay, 3))
})
