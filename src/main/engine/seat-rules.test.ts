import { expect, test } from 'vitest'
import type { CartId, ListingId, SeatId, TicketTypeId } from '../../shared/domain/ids.ts'
import type { SeatsHeld } from '../../shared/domain/events.ts'
import { houseTerms } from '../../shared/domain/terms.ts'
import { known } from '../../shared/lib/assert.ts'
import { DAY_MS } from '../../shared/lib/time.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { TestHouse, holdOf, openingMs, payOf, show1 } from './test-house.ts'

const sits = (seatId: number, gender: 'female' | 'male') => ({
  seatId: seatId as SeatId,
  ticketTypeId: 0 as TicketTypeId,
  passenger: { gender },
})
const lastHold = (house: TestHouse) =>
  JSON.parse(
    house.store.all('journal').findLast(({ kind }) => kind === 'seats-held')?.body ?? '{}',
  ) as SeatsHeld

test('[H14] a hold that leaves a seat alone is made, and says which; one that does not says none', async () => {
  const house = new TestHouse()
  expect((await house.done('desk-1', 'hold-seats', holdOf([1, 2]))).leftAlone).toEqual(['A1'])
  expect((await house.done('desk-1', 'hold-seats', holdOf([0, 1]))).leftAlone).toEqual([])
  expect((await house.done('desk-2', 'hold-seats', holdOf([3], { cart: 'two' }))).leftAlone).toEqual([
    'A3',
    'A5',
  ])
})

test('[H14] a show that refuses refuses by the seat’s name; a manager’s reason gets past it and is journaled', async () => {
  const house = new TestHouse({ houseTerms: { singleSeatRule: 'refuse' } })
  const refused = { kind: 'refused', refusal: { code: 'SINGLE_SEAT', seats: ['A1'] } }
  expect(await house.ask('desk-1', 'hold-seats', holdOf([1, 2]))).toEqual(refused)
  const override = { reason: 'a pillar stands there' }
  expect(await house.ask('desk-1', 'hold-seats', holdOf([1, 2], { override }))).toMatchObject({
    refusal: { code: 'NOT_ALLOWED', role: 'clerk' },
  })
  const { booking } = await house.done('manager-1', 'hold-seats', holdOf([1, 2], { override }))
  expect(lastHold(house)).toMatchObject({ bookingId: booking.bookingId, override })
  expect(booking).not.toHaveProperty('override')
  await house.done('manager-1', 'hold-seats', holdOf([0, 1], { override }))
  expect(lastHold(house)).not.toHaveProperty('override')
  expect(checkInvariants(house.store)).toEqual([])
})

test('[H14] two holds of one turn see each other: the second is told of the seat that the first leaves it', async () => {
  const house = new TestHouse()
  const first = house.desk('desk-1').call('hold-seats', holdOf([0, 1]), house.newCommandId())
  const second = house.desk('desk-2').call('hold-seats', holdOf([3], { cart: 'two' }), house.newCommandId())
  house.scheduler.flush()
  expect(await first).toMatchObject({ kind: 'done', value: { leftAlone: [] } })
  // Of A3, A4 and A5 one seat is left alone on each side.
  expect(await second).toMatchObject({ kind: 'done', value: { leftAlone: ['A3', 'A5'] } })
  const third = await house.ask('desk-3', 'hold-seats', holdOf([2], { cart: 'three' }))
  expect(third).toMatchObject({ kind: 'done', value: { leftAlone: [] } })
})

test('[L3] beside a woman travelling alone only a woman is seated, until her hold ends; a restart forgets nothing', async () => {
  const house = new TestHouse({ houseTerms: { ladiesRule: true } })
  await house.done('desk-1', 'hold-seats', holdOf([], { lines: [sits(1, 'female')] }))
  const beside = (gender: 'female' | 'male') => holdOf([], { cart: 'two', lines: [sits(2, gender)] })
  const refused = { kind: 'refused', refusal: { code: 'LADIES_ONLY', seats: ['A3'] } }
  expect(await house.ask('desk-2', 'hold-seats', beside('male'))).toEqual(refused)
  house.restart()
  expect(await house.ask('desk-2', 'hold-seats', beside('male'))).toEqual(refused)
  expect(await house.ask('desk-2', 'hold-seats', beside('female'))).toMatchObject({ kind: 'done' })
  house.pass(openingMs + houseTerms.holdMs)
  expect(await house.ask('desk-2', 'hold-seats', beside('male'))).toMatchObject({ kind: 'done' })
})

test('[L3] who sits where stays with the line through other ticket types and payment, and the rows are what the journal says', async () => {
  const house = new TestHouse()
  const lines = [sits(0, 'female'), { seatId: 1 as SeatId, ticketTypeId: 0 as TicketTypeId }]
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([], { lines }))
  expect(booking.lines[0]).toMatchObject({ gender: 'female' })
  expect(booking.lines[1]).not.toHaveProperty('gender')
  const types = booking.lines.map(({ seatId }) => ({ seatId, ticketTypeId: 1 as TicketTypeId }))
  const { bookingId } = booking
  const chosen = await house.done('desk-1', 'choose-tickets', { bookingId, lines: types, couponCode: null })
  expect(chosen.booking.lines.map(({ gender, ticketType }) => [gender, ticketType])).toEqual([
    ['female', 'Student'],
    [undefined, 'Student'],
  ])
  await house.done('desk-1', 'pay-booking', payOf(chosen.booking))
  house.restart()
  const kept = await house.done('desk-1', 'booking', { bookingId })
  expect(kept.booking.lines.map(({ gender }) => gender)).toEqual(['female', undefined])
  expect(checkInvariants(house.store)).toEqual([])
})

const wish = { showId: show1, count: 3, category: null, section: null, skip: 0 }
const seatsOf = async (house: TestHouse, turned: object = {}) => {
  const { proposals } = await house.done('desk-1', 'best-seats', { ...wish, ...turned })
  return proposals.map(({ seatIds }) => seatIds)
}

test('[H13] before a screen the front row is not the best; whoever waits gets the same seats', async () => {
  const film = { sort: 'film', title: 'Rain', active: true, terms: {}, details: {} } as const
  const house = new TestHouse({ houseTerms: { seatsMax: 14 } })
  const entry = { kind: 'listing', listingId: 1 as ListingId, ...film } as const
  house.engine.furnish([{ type: 'entry-saved', entry }], [])
  expect(await seatsOf(house)).toEqual([
    [5, 6, 7],
    [10, 11, 12],
    [0, 1, 2],
  ])
  const all = holdOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  const { booking } = await house.done('desk-1', 'hold-seats', all)
  const waiting = { showId: show1, cartId: 'waits' as CartId, count: 3, seatIds: null }
  await house.done('desk-2', 'join-standby', waiting)
  await house.done('desk-1', 'cancel-booking', { bookingId: booking.bookingId, reason: '' })
  expect(lastHold(house).lines.map(({ seatId }) => seatId)).toEqual([5, 6, 7])
})

test('[H13] [H4] the best seats are proposed from what is free at this very millisecond', async () => {
  const house = new TestHouse()
  expect(await seatsOf(house)).toEqual([
    [0, 1, 2],
    [5, 6, 7],
    [10, 11, 12],
  ])
  expect(await seatsOf(house, { skip: 1 })).toEqual([
    [5, 6, 7],
    [10, 11, 12],
  ])
  expect(await seatsOf(house, { category: 1 })).toEqual([[10, 11, 12]])
  expect(await seatsOf(house, { section: 0 })).toEqual([
    [0, 1, 2],
    [5, 6, 7],
  ])
  await house.done('desk-2', 'hold-seats', holdOf([0]))
  expect((await seatsOf(house))[0]).toEqual([5, 6, 7])
  // By the clock alone, without any sweep: the hold is over by rule.
  house.clock.atMs = openingMs + houseTerms.holdMs - 1
  expect((await seatsOf(house))[0]).toEqual([5, 6, 7])
  house.clock.atMs += 1
  expect((await seatsOf(house))[0]).toEqual([0, 1, 2])
})

test('[H13] a party too large, a show, a zone or a section that is not there are refused, each by its name', async () => {
  const house = new TestHouse()
  const best = (turned: object) => house.ask('desk-1', 'best-seats', { ...wish, ...turned })
  const tooMany = { code: 'TOO_MANY_SEATS', asked: 11, limit: 10, left: 13 }
  expect(await best({ count: 11 })).toMatchObject({ refusal: tooMany })
  expect(await best({ showId: 99 })).toMatchObject({ refusal: { code: 'NOT_FOUND', what: 'show' } })
  const bad = (field: string, detail: string) => ({ refusal: { code: 'INVALID_INPUT', field, detail } })
  expect(await best({ category: 3 })).toMatchObject(bad('category', '3'))
  expect(await best({ section: 2 })).toMatchObject(bad('section', '2'))
})

test('[H13] [H9] what the own cart holds may be proposed to it again, and to nobody else', async () => {
  const house = new TestHouse()
  await house.done('desk-1', 'hold-seats', holdOf([0, 1, 2]))
  expect((await seatsOf(house, { cartId: 'cart' }))[0]).toEqual([0, 1, 2])
  expect((await seatsOf(house, { cartId: 'other' }))[0]).toEqual([5, 6, 7])
})

test('[L6] a stay is proposed night by night from what is free; nights that are over and rooms that are not there are refused', async () => {
  const house = new TestHouse()
  // The small hall as a hotel: the Stalls are a room type of two nights, A and B.
  const stay = { showId: show1, roomType: 0, fromNight: 0, nights: 2, rooms: 2 }
  expect(await house.done('desk-1', 'best-stay', stay)).toEqual({ stay: { seatIds: [0, 5, 1, 6], moves: 0 } })
  await house.done('desk-2', 'hold-seats', holdOf([5]))
  expect(await house.done('desk-1', 'best-stay', stay)).toEqual({ stay: { seatIds: [1, 6, 2, 7], moves: 0 } })
  expect(await house.done('desk-1', 'best-stay', { ...stay, nights: 3 })).toEqual({ stay: null })
  const refused = (turned: object) => house.ask('desk-1', 'best-stay', { ...stay, ...turned })
  expect(await refused({ rooms: 6 })).toMatchObject({
    refusal: { code: 'TOO_MANY_SEATS', asked: 12, limit: 10 },
  })
  expect(await refused({ roomType: 2 })).toMatchObject({
    refusal: { code: 'INVALID_INPUT', field: 'roomType' },
  })
  const firstNightMs = house.store.get('show', show1)?.startsAtMs ?? 0
  house.clock.atMs = firstNightMs + DAY_MS - 1
  expect(await refused({})).toMatchObject({ kind: 'done' })
  house.clock.atMs += 1
  expect(await refused({})).toMatchObject({ refusal: { field: 'fromNight', problem: 'in-the-past' } })
  expect(await refused({ fromNight: 1, nights: 1 })).toMatchObject({ kind: 'done' })
})

test('[L6] a hotel’s night that is over is neither proposed nor held, by whatever way it is asked for', async () => {
  const house = new TestHouse()
  const [row, listing] = [house.store.get('show', show1), house.store.all('listing')[0]]
  const { startsAtMs, listingId } = known(row, 'show')
  const late = { kind: 'show', ...known(row, 'show'), salesCloseAtMs: startsAtMs + 2 * DAY_MS } as const
  const hotel = { kind: 'listing', ...known(listing, 'listing'), listingId, sort: 'hotel' } as const
  house.engine.furnish(
    [hotel, late].map((entry) => ({ type: 'entry-saved', entry })),
    [],
  )
  house.clock.atMs = startsAtMs + DAY_MS
  const over = { code: 'SEAT_NOT_AVAILABLE', seats: [{ seatId: 0, label: 'A1', reason: 'blocked' }] }
  expect(await house.ask('desk-1', 'hold-seats', holdOf([0]))).toMatchObject({ refusal: over })
  const proposed = (await seatsOf(house)).flat()
  expect(proposed.some((seatId) => seatId >= 5)).toBe(true)
  expect(proposed.every((seatId) => seatId >= 5)).toBe(true)
  expect(await house.ask('desk-1', 'hold-seats', holdOf([5]))).toMatchObject({ kind: 'done' })
})

test('[L3] [H5] [H10] a man who pays after her gets no seat beside a woman travelling alone: in his grace, or where nothing was held', async () => {
  const lapsed = new TestHouse({ houseTerms: { ladiesRule: true, singleSeatRule: 'off' } })
  const hold = async (house: TestHouse, kiosk: string, line: ReturnType<typeof sits>) =>
    (await house.done(kiosk, 'hold-seats', holdOf([], { cart: kiosk, lines: [line] }))).booking
  const his = await hold(lapsed, 'desk-1', sits(0, 'male'))
  lapsed.clock.atMs = his.expiresAtMs
  const hers = await hold(lapsed, 'desk-2', sits(1, 'female'))
  await lapsed.done('desk-2', 'pay-booking', payOf(hers))
  const refusal = { code: 'LADIES_ONLY', seats: ['A1'] }
  expect(await lapsed.ask('desk-1', 'pay-booking', payOf(his))).toMatchObject({ refusal })

  const open = new TestHouse({ houseTerms: { ladiesRule: true, singleSeatRule: 'off' } })
  const show = known(open.store.get('show', show1), 'show')
  const entry = { kind: 'show', ...show, claimPolicy: 'on-payment' } as const
  open.engine.furnish([{ type: 'entry-saved', entry }], [])
  const [first, second] = [
    await hold(open, 'desk-1', sits(0, 'male')),
    await hold(open, 'desk-2', sits(1, 'female')),
  ]
  await open.done('desk-2', 'pay-booking', payOf(second))
  expect(await open.ask('desk-1', 'pay-booking', payOf(first))).toMatchObject({ refusal })
})

test('[L3] [T4] nobody is moved beside a woman travelling alone but a woman, however the booking came', async () => {
  const house = new TestHouse({ houseTerms: { ladiesRule: true } })
  await house.done('desk-1', 'hold-seats', holdOf([], { lines: [sits(1, 'female')] }))
  const soldTo = async (cart: string, line: ReturnType<typeof sits>) => {
    const { booking } = await house.done('desk-2', 'hold-seats', holdOf([], { cart, lines: [line] }))
    await house.done('desk-2', 'pay-booking', payOf(booking))
    return booking.bookingId
  }
  const [his, hers] = [await soldTo('his', sits(5, 'male')), await soldTo('hers', sits(7, 'female'))]
  const moving = { showId: show1, mode: 'CASH', tenderedMinor: 0, differenceMinor: 0 } as const
  const to = (from: number) => [{ from: from as SeatId, to: 2 as SeatId }]
  expect(await house.ask('desk-2', 'reseat-booking', { ...moving, bookingId: his, moves: to(5) })).toEqual({
    kind: 'refused',
    refusal: { code: 'LADIES_ONLY', seats: ['A3'] },
  })
  await house.done('desk-2', 'reseat-booking', { ...moving, bookingId: hers, moves: to(7) })
  expect(checkInvariants(house.store)).toEqual([])
})
