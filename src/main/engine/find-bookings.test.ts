import { expect, test } from 'vitest'
import type { BookingId, CustomerId, VenueId } from '../../shared/domain/ids.ts'
import { FOUND_MAX } from '../../shared/contract/limits.ts'
import { operations } from '../../shared/contract/operations.ts'
import { DAY_MS, HOUR_MS } from '../../shared/lib/time.ts'
import { put } from '../store/rows.ts'
import { bookingRow } from '../store/row.fixture.ts'
import { seatsNamed } from './find-bookings.ts'
import { TestHouse, holdOf, openingMs, payOf, show1, show2, smallPlan } from './test-house.ts'

/** Two sales at two desks: A1, A2 for Ravi at desk-1 and A3 at desk-2. */
async function soldHouse() {
  const house = new TestHouse()
  const ravi = await house.done('desk-1', 'hold-seats', holdOf([0, 1], { customerId: 2 as CustomerId }))
  await house.done('desk-1', 'pay-booking', payOf(ravi.booking))
  house.clock.atMs += 1
  const other = await house.done('desk-2', 'hold-seats', holdOf([2], { cart: 'b' }))
  await house.done('desk-2', 'pay-booking', payOf(other.booking))
  return { house, ravi: ravi.booking.bookingId, other: other.booking.bookingId }
}

async function find(house: TestHouse, kiosk: string, text: string, showId: typeof show1 | null = null) {
  const found = await house.done(kiosk, 'find-bookings', { text, showId })
  expect(operations['find-bookings'].output.safeParse(found).error).toBeUndefined()
  return { ...found, ids: found.bookings.map(({ bookingId }) => bookingId) }
}

async function firstTicket(house: TestHouse, bookingId: BookingId) {
  const { tickets } = await house.done('manager', 'tickets', { bookingId })
  const [first] = tickets
  if (!first) throw new Error('no ticket')
  return first
}

test('[P11] [T1] a whole number, its last digits and a scanned code find the booking, each alone', async () => {
  const { house, ravi } = await soldHouse()
  const { number, code } = await firstTicket(house, ravi)
  for (const text of [number, number.toLowerCase(), number.slice(-8), number.slice(-5), code]) {
    expect((await find(house, 'desk-1', text)).ids, text).toEqual([ravi])
  }
  expect((await find(house, 'desk-1', number)).bookings[0]).toMatchObject({
    title: 'Rain',
    seats: ['A1', 'A2'],
    customer: 'Ravi',
    state: 'confirmed',
  })
})

test('[T1] a scanned code is ours only to the letter: a turned price, a turned signature and a cut code are not', async () => {
  const { house, ravi } = await soldHouse()
  const { code } = await firstTicket(house, ravi)
  expect((await find(house, 'desk-1', code)).isOurs).toBe(true)
  const cheaper = code.replace('/20000/', '/10000/')
  expect(cheaper).not.toBe(code)
  for (const forged of [cheaper, `${code}A`, code.slice(0, -1), code.slice(0, 40)]) {
    const found = await find(house, 'desk-1', forged)
    expect(found.isOurs, forged).toBe(false)
    expect(found.ids).toEqual([ravi])
  }
  const stranger = code.replace(/TKT-\d+-\w+/, 'TKT-20261120-FFFFFFFF')
  expect(await find(house, 'desk-1', stranger)).toMatchObject({ ids: [], isOurs: false })
  expect((await find(house, 'desk-1', 'Ravi')).isOurs).toBeNull()
})

test('[P11] a clerk finds the own desk’s bookings and hears how many there are of others; a manager finds all', async () => {
  const { house, ravi, other } = await soldHouse()
  expect(await find(house, 'desk-1', '')).toMatchObject({ ids: [ravi], hidden: 1 })
  expect(await find(house, 'desk-2', '')).toMatchObject({ ids: [other], hidden: 1 })
  expect(await find(house, 'manager', '')).toMatchObject({ ids: [other, ravi], hidden: 0 })
  expect(await find(house, 'desk-2', 'ravi')).toMatchObject({ ids: [], hidden: 1 })
})

test('[P11] a seat finds whoever has it, of the show that is named, else of tonight’s', async () => {
  const { house, ravi, other } = await soldHouse()
  expect((await find(house, 'manager', 'a2')).ids).toEqual([ravi])
  expect((await find(house, 'manager', 'A 3', show1)).ids).toEqual([other])
  expect((await find(house, 'manager', 'A3', show2)).ids).toEqual([])
  expect((await find(house, 'manager', 'A4')).ids).toEqual([])
  expect((await find(house, 'manager', 'A3', 404 as never)).ids).toEqual([])
  house.pass(openingMs + 2 * DAY_MS)
  expect((await find(house, 'manager', 'A3')).ids).toEqual([])
  expect((await find(house, 'manager', 'A3', show1)).ids).toEqual([other])
})

test('[P11] a seat that was given back is nobody’s', async () => {
  const { house, ravi } = await soldHouse()
  await house.done('desk-1', 'cancel-booking', { bookingId: ravi, reason: 'ill' })
  expect((await find(house, 'manager', 'A1')).ids).toEqual([])
  expect((await find(house, 'manager', 'ravi')).bookings).toMatchObject([{ state: 'refunded' }])
})

test('[P11] a customer is found by part of the name, the phone in any spelling, or the address; with no booking too', async () => {
  const { house, ravi } = await soldHouse()
  const person = {
    customerId: 9 as CustomerId,
    name: 'Ravi Iyer',
    phone: '+91 98200 00009',
    email: 'iyer@example.com',
    vip: false,
  }
  house.engine.furnish([{ type: 'entry-saved', entry: { kind: 'customer', ...person } }], [])
  expect((await find(house, 'desk-1', 'RAVI')).ids).toEqual([ravi])
  for (const text of ['iyer', '98200-00009', '+919820000009', 'IYER@example']) {
    expect(await find(house, 'desk-1', text), text).toMatchObject({
      customers: [{ name: 'Ravi Iyer' }],
      ids: [],
    })
  }
})

test('[E1] [P11] a customer is found however their name’s letters are typed', async () => {
  const { house } = await soldHouse()
  for (const [index, name] of ['Zoë Müller', 'كاظم رضايي'].entries()) {
    const person = { customerId: (20 + index) as CustomerId, name, phone: '', email: '', vip: false }
    house.engine.furnish([{ type: 'entry-saved', entry: { kind: 'customer', ...person } }], [])
  }
  for (const typed of ['zoe mull', 'ZOË', 'Zoe\u0308']) {
    expect((await find(house, 'desk-1', typed)).customers, typed).toMatchObject([{ name: 'Zoë Müller' }])
  }
  expect((await find(house, 'desk-1', 'کاظم')).customers).toMatchObject([{ name: 'كاظم رضايي' }])
})

test('[P11] more than fit are said to be more, and nothing typed is the newest', async () => {
  const house = new TestHouse()
  const rows = Array.from({ length: FOUND_MAX + 1 }, (_, index) =>
    bookingRow(`b${String(index).padStart(3, '0')}`),
  )
  house.store.write(rows.slice(0, FOUND_MAX))
  expect(await find(house, 'manager', '')).toMatchObject({ isMore: false })
  house.store.write(rows.slice(FOUND_MAX))
  const found = await find(house, 'manager', '')
  expect(found.isMore).toBe(true)
  expect(found.ids.length).toBe(FOUND_MAX)
  expect(found.ids[0]).toBe(`b0${FOUND_MAX}`)
})

test('[T1] [P11] the digits find a ticket however long ago it was sold, and whatever was sold since', async () => {
  const { house, ravi } = await soldHouse()
  const { number } = await firstTicket(house, ravi)
  house.pass(openingMs + 402 * DAY_MS)
  const venue = {
    kind: 'venue',
    venueId: 9 as VenueId,
    name: 'Hut',
    zone: 'UTC',
    currency: 'INR',
    terms: {},
  } as const
  house.engine.furnish(
    Array.from({ length: 3000 }, () => ({ type: 'entry-saved', entry: venue })),
    [],
  )
  for (const text of [number, number.slice(-8), number.slice(-4)]) {
    expect((await find(house, 'desk-1', text)).ids, text).toContain(ravi)
  }
  expect((await find(house, 'desk-1', number.replace('2026', '2025'))).ids).toEqual([])
})

test('[P11] a seat is known by all that is printed on it, with or without a space', () => {
  expect(seatsNamed(smallPlan, 'A1')).toEqual([0])
  expect(seatsNamed(smallPlan, 'C4')).toEqual([13])
  expect(seatsNamed(smallPlan, 'A11')).toEqual([])
  expect(seatsNamed(smallPlan, 'A')).toEqual([])
})

test('[T2] [A4] printing again is counted in the journal, on the papers and in the booking’s story', async () => {
  const { house, ravi } = await soldHouse()
  expect((await firstTicket(house, ravi)).copy).toBe(0)
  house.pass(openingMs + HOUR_MS)
  expect(await house.done('desk-1', 'reprint-tickets', { bookingId: ravi })).toEqual({ copy: 1 })
  expect(await house.done('manager', 'reprint-tickets', { bookingId: ravi })).toEqual({ copy: 2 })
  expect((await firstTicket(house, ravi)).copy).toBe(2)
  const story = await house.done('desk-1', 'booking-story', { bookingId: ravi })
  expect(operations['booking-story'].output.safeParse(story).error).toBeUndefined()
  expect(story).toMatchObject({ title: 'Rain', venue: 'Barn', seller: 'Desk', customer: { name: 'Ravi' } })
  expect(story).toMatchObject({ giveBack: [{ refundMinor: 210_00 }, {}], giveBackMaxMinor: 5000_00 })
  expect(story.copies).toEqual([
    { copy: 1, atMs: openingMs + HOUR_MS, kioskId: 'desk-1' },
    { copy: 2, atMs: openingMs + HOUR_MS, kioskId: 'manager' },
  ])
  const printed = house.store.all('journal').filter(({ kind }) => kind === 'tickets-reprinted')
  expect(printed.map(({ kioskId }) => kioskId)).toEqual(['desk-1', 'manager'])
})

test('[C3] [T2] a reprint that is sent twice is one copy', async () => {
  const { house, ravi } = await soldHouse()
  const id = house.newCommandId()
  const first = await house.ask('desk-1', 'reprint-tickets', { bookingId: ravi }, id)
  expect(await house.ask('desk-1', 'reprint-tickets', { bookingId: ravi }, id)).toEqual(first)
  expect(house.store.all('reprint').length).toBe(1)
})

test('[P11] another desk’s booking tells its story to a manager and to no other clerk', async () => {
  const { house, ravi } = await soldHouse()
  expect(await house.ask('desk-2', 'booking-story', { bookingId: ravi })).toMatchObject({
    refusal: { code: 'NOT_YOURS' },
  })
  expect(await house.done('manager', 'booking-story', { bookingId: ravi })).toMatchObject({
    customer: { name: 'Ravi' },
  })
  house.store.write([put('reprint', { bookingId: ravi, copy: 1, atMs: 1, kioskId: 'x' as never })])
  expect((await house.done('manager', 'booking-story', { bookingId: ravi })).copies.length).toBe(1)
})
