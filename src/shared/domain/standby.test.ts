import { expect, test } from 'vitest'
import type { Found } from './asks.ts'
import type { CartId, KioskId, SeatId, StaffId } from './ids.ts'
import {
  actorAt,
  contextAt,
  eventsOf,
  heldBooking,
  refusalOf,
  sampleShow,
  seatNumber,
  start,
} from './sale.fixture.ts'
import { planOf } from './seat-plan/houses.fixture.ts'
import { STANDBY_MAX, type Waiting, decideJoinStandby, decideLeaveStandby, decideStandby } from './standby.ts'

const showId = sampleShow.showId
const seats = (...seatIds: number[]) => seatIds as SeatId[]
const waitingFor = (
  cart: string,
  seatIds: readonly number[] | null,
  count = seatIds?.length ?? 2,
): Waiting => ({
  showId,
  cartId: cart as CartId,
  kioskId: 'desk-1' as KioskId,
  staffId: 1 as StaffId,
  count,
  seatIds: seatIds as SeatId[] | null,
})

type JoinFound = Found<'show' | 'waiting' | 'seats' | 'cart' | 'freeSeats'>
const found: JoinFound = { show: sampleShow, waiting: [], seats: [seatNumber(0)], cart: null, freeSeats: 3 }

function join(turned: Partial<JoinFound>, request: Partial<Waiting> = {}, nowMs = start) {
  return decideJoinStandby(
    { ...found, ...turned },
    { ...waitingFor('cart-1', [0]), ...request },
    contextAt(nowMs),
  )
}

test('[H15] a wait says what it is for, and who is ahead of it', () => {
  const decision = join({ waiting: [waitingFor('cart-2', [0])] })
  expect(eventsOf(decision)).toMatchObject([{ type: 'standby-joined', cartId: 'cart-1', seatIds: [0] }])
  expect(decision).toMatchObject({ value: { ahead: 1 } })
  expect(join({}, { seatIds: null, count: 2 }).accepted).toBe(true)
})

test.for<[what: string, found: Partial<JoinFound>, request: Partial<Waiting>, refusal: object]>([
  ['there is no such show', { show: null }, {}, { code: 'NOT_FOUND', what: 'show' }],
  ['more are wanted than one may have', {}, { count: 11 }, { code: 'TOO_MANY_SEATS', asked: 11, left: 3 }],
  ['a seat is not there', {}, { seatIds: seats(0, 9) }, { problem: 'unknown-seat', detail: '9' }],
  ['a seat is named twice', {}, { seatIds: seats(0, 0) }, { problem: 'duplicate-seat', detail: '0' }],
  ['the cart holds something', { cart: heldBooking() }, {}, { field: 'cartId', problem: 'taken' }],
  [
    'the cart waits already',
    { waiting: [waitingFor('cart-1', [0])] },
    {},
    { field: 'cartId', problem: 'taken' },
  ],
  [
    'too many wait',
    { waiting: Array.from({ length: STANDBY_MAX }, (_, at) => waitingFor(`other-${at}`, [0])) },
    {},
    { code: 'BUSY', limit: 'standby' },
  ],
])('[H15] nobody waits where %s', ([, turned, request, refusal]) => {
  expect(refusalOf(join(turned, request))).toMatchObject(refusal)
})

test('[H15] nobody waits when sales are over', () => {
  expect(refusalOf(join({}, {}, sampleShow.salesCloseAtMs))).toMatchObject({ code: 'SHOW_CLOSED' })
})

test('[H15] a wait is left by its desk or by a manager', () => {
  const waiting = [waitingFor('cart-1', [0])]
  const leave = (kiosk: string, role: 'clerk' | 'manager' | 'admin', cart = 'cart-1') =>
    decideLeaveStandby(
      { waiting },
      { showId, cartId: cart as CartId },
      contextAt(start, actorAt(kiosk, role)),
    )
  expect(eventsOf(leave('desk-1', 'clerk'))).toEqual([{ type: 'standby-left', showId, cartId: 'cart-1' }])
  expect(leave('office', 'manager').accepted).toBe(true)
  expect(leave('office', 'admin').accepted).toBe(true)
  expect(refusalOf(leave('desk-2', 'clerk'))).toEqual({ code: 'NOT_FOUND', what: 'standby', id: 'cart-1' })
  expect(refusalOf(leave('desk-1', 'clerk', 'cart-2'))).toMatchObject({ id: 'cart-2' })
})

const aSeat = (number: string, x: number) => ({
  uuid: '',
  guid: '',
  number,
  x,
  y: 100,
  radius: 10,
  category: 'One',
  flags: [],
})
const plan = planOf({
  name: '',
  width: 400,
  height: 200,
  categories: [{ name: 'One', color: '#000000' }],
  sections: [
    {
      name: 'Stalls',
      kind: 'seats',
      areas: [],
      rows: [{ label: 'A', seats: [0, 1, 2, 3].map((at) => aSeat(String(at + 1), 100 + 30 * at)) }],
    },
  ],
})
const served = (states: readonly number[], ...queue: Waiting[]) =>
  decideStandby(plan, Uint8Array.from(states), queue, false).map(({ waiting, seatIds }) => [
    waiting.cartId,
    ...seatIds,
  ])

test('[H15] who came first is served first, and what is waited for is kept from those behind', () => {
  expect(served([0, 0, 1, 1], waitingFor('a', [0]), waitingFor('b', [0]), waitingFor('c', [1]))).toEqual([
    ['a', 0],
    ['c', 1],
  ])
  expect(served([0, 1, 1, 1], waitingFor('a', [0, 1]), waitingFor('b', [0]))).toEqual([])
})

test('[H15] behind one who waits for so many together nobody is served before', () => {
  expect(served([0, 1, 0, 1], waitingFor('a', null), waitingFor('b', [0]))).toEqual([])
  expect(served([0, 0, 0, 1], waitingFor('a', null), waitingFor('b', null, 1))).toHaveLength(2)
  expect(served([1, 1, 1, 1], waitingFor('a', null))).toEqual([])
})
