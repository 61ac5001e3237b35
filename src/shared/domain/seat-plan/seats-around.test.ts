import { expect, test } from 'vitest'
import type { Booking } from '../booking.ts'
import type { BookingId, CartId, SeatId } from '../ids.ts'
import { heldBooking, holdMs, paidBooking, start } from '../sale.fixture.ts'
import { type Terms, houseTerms } from '../terms.ts'
import { planOf } from './houses.fixture.ts'
import type { SeatFlag } from './plan.ts'
import { seatsAround } from './seats-around.ts'

/** A coach: rows of two and two. Row 1: A B | C D are seats 0 1 | 2 3; row 2 has ladies' seats on the left and a wheelchair bay on the right. */
const flagsOf: Readonly<Record<number, readonly SeatFlag[]>> = {
  4: ['ladies'],
  5: ['ladies'],
  6: ['companion'],
  7: ['wheelchair'],
}
const row = (label: string, first: number, y: number) => ({
  label,
  seats: [100, 148, 232, 280].map((x, index) => ({
    uuid: '',
    guid: '',
    number: 'ABCD'[index] ?? '',
    x,
    y,
    radius: 20,
    category: 'One',
    flags: [...(flagsOf[first + index] ?? [])],
  })),
})
const coach = planOf({
  name: '',
  width: 400,
  height: 400,
  categories: [],
  sections: [
    { name: '', kind: 'seats', areas: [], rows: [row('1', 0, 100), row('2', 4, 150), row('9', 8, 390)] },
  ],
})

const woman = (seatId: number, turned: Partial<Booking> = {}): Booking => {
  const booking = heldBooking({ bookingId: 'her' as BookingId, cartId: 'hers' as CartId, ...turned }, [
    seatId,
  ])
  return { ...booking, lines: booking.lines.map((line) => ({ ...line, gender: 'female' })) }
}
const around = (
  chosen: readonly number[],
  taken: readonly Booking[] = [],
  { nowMs = start, ...terms }: Partial<Terms> & { nowMs?: number } = {},
) =>
  seatsAround(
    {
      plan: coach,
      prices: [[100]],
      terms: { ...houseTerms, ladiesRule: true, ...terms },
      isTaken: () => false,
      claimantOf: (seatId) => taken.find(({ lines }) => lines.some((line) => line.seatId === seatId)) ?? null,
      nowMs,
    },
    chosen as SeatId[],
    'mine' as CartId,
  )

test('[L3] a ladies’ seat is a woman’s in every house; the seat beside a woman alone where the show says so', () => {
  expect(around([4, 6, 0]).womens).toEqual([4])
  expect(around([1], [woman(0)]).womens).toEqual([1])
  expect(around([1], [woman(0)], { ladiesRule: false }).womens).toEqual([])
  expect(around([4], [], { ladiesRule: false }).womens).toEqual([4])
})

test('[L3] across the aisle, behind, or beside a couple nobody is beside her', () => {
  expect(around([2], [woman(1)]).womens).toEqual([])
  expect(around([8], [woman(0)]).womens).toEqual([])
  const couple = heldBooking({ cartId: 'theirs' as CartId }, [0, 3])
  const withHim = {
    ...couple,
    lines: couple.lines.map((line, index) => (index === 0 ? { ...line, gender: 'female' as const } : line)),
  }
  expect(around([1], [withHim]).womens).toEqual([])
})

test('[L3] [H4] her seat counts as hers to the last millisecond of her hold, and for good once it is paid', () => {
  expect(around([1], [woman(0)], { nowMs: start + holdMs - 1 }).womens).toEqual([1])
  expect(around([1], [woman(0)], { nowMs: start + holdMs }).womens).toEqual([])
  const paid = { ...woman(0), state: paidBooking().state }
  expect(around([1], [paid], { nowMs: start + 10 * holdMs }).womens).toEqual([1])
  expect(around([1], [woman(0, { cartId: 'mine' as CartId })]).womens).toEqual([])
})

test('[L3] a companion’s seat goes with a wheelchair place near it in the same choice, not with one at the other end', () => {
  expect(around([6]).withoutWheelchair).toEqual([6])
  expect(around([6, 7]).withoutWheelchair).toEqual([])
  expect(around([7]).withoutWheelchair).toEqual([])
  const far = { ...coach, flags: coach.flags.with(11, 1).with(7, 0) }
  const choice = seatsAround(
    {
      plan: far,
      prices: [[100]],
      terms: houseTerms,
      claimantOf: () => null,
      isTaken: () => false,
      nowMs: start,
    },
    [6, 11] as SeatId[],
    'mine' as CartId,
  )
  expect(choice.withoutWheelchair).toEqual([6])
})

test('[H14] what the cart held before counts as free, what is not on sale does not, and a show may not mind', () => {
  const line = planOf({
    name: '',
    width: 400,
    height: 400,
    categories: [],
    sections: [
      {
        name: '',
        kind: 'seats',
        areas: [],
        rows: [
          {
            label: 'A',
            seats: Array.from({ length: 5 }, (_, index) => ({
              uuid: '',
              guid: '',
              number: String(index + 1),
              x: 100 + 30 * index,
              y: 50,
              radius: 10,
              category: index === 4 ? 'Staff' : 'One',
              flags: [],
            })),
          },
        ],
      },
    ],
  })
  const left = (
    chosen: readonly number[],
    mine: readonly number[],
    singleSeatRule: Terms['singleSeatRule'] = 'warn',
  ) =>
    seatsAround(
      {
        plan: line,
        prices: [[100], [null]],
        terms: { ...houseTerms, singleSeatRule },
        isTaken: () => false,
        claimantOf: (seatId) =>
          mine.includes(seatId) ? heldBooking({ cartId: 'mine' as CartId }, mine) : null,
        nowMs: start,
      },
      chosen as SeatId[],
      'mine' as CartId,
    ).leftAlone
  expect(left([1], [])).toEqual(['A1'])
  expect(left([2], [])).toEqual(['A4'])
  expect(left([1], [], 'off')).toEqual([])
  expect(left([2, 3], [0, 1])).toEqual([])
  expect(left([2], [0, 1])).toEqual(['A4'])
})

test('[H14] of a seat that is known to be sold nobody is asked whose it is', () => {
  const asked: number[] = []
  const house = {
    plan: coach,
    prices: [[100]],
    terms: { ...houseTerms, singleSeatRule: 'warn' },
    claimantOf: (seatId: SeatId) => (asked.push(seatId), null),
    nowMs: start,
  } as const
  const chosen = [8] as SeatId[]
  const ask = (isTaken: (seatId: SeatId) => boolean) =>
    seatsAround({ ...house, isTaken }, chosen, 'mine' as CartId)
  ask((seatId) => seatId === 9)
  expect(asked).not.toContain(9)
  ask(() => false)
  expect(asked).toContain(9)
})
