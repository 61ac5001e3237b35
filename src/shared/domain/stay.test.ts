import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { DAY_MS } from '../lib/time.ts'
import type { SeatId } from './ids.ts'
import { isNightOver, nightAtMs, nightOf, nightsOf, roomNight, rowsOver, stayUnits } from './stay.ts'
import { hotel } from './stay.fixture.ts'

const wish = { roomType: 1, fromNight: 0, nights: 3, rooms: 1 }
const plan = hotel(3, 4)
/** Units of the second type: 12 is room 101 on the first night, 15 the same room on the second. */
const taken = (...units: number[]) =>
  Uint8Array.from({ length: plan.count }, (_, unit) => (units.includes(unit) ? 4 : 0))

test('[L6] a stay is one room for all its nights, where one is free for all', () => {
  expect(stayUnits(plan, taken(), wish)).toEqual({ seatIds: [12, 15, 18], moves: 0 })
  expect(stayUnits(plan, taken(15), wish)).toEqual({ seatIds: [13, 16, 19], moves: 0 })
  expect(stayUnits(plan, taken(), { ...wish, fromNight: 2, nights: 2 })).toEqual({
    seatIds: [18, 21],
    moves: 0,
  })
})

test('[L6] where no room is free throughout, somebody moves as seldom as can be', () => {
  // 101 is taken on the second night, 102 on the third, 103 on the first.
  expect(stayUnits(plan, taken(15, 19, 14), wish)).toEqual({ seatIds: [13, 16, 18], moves: 1 })
})

test('[L6] a night with too few rooms, or one beyond the last, is no stay', () => {
  expect(stayUnits(plan, taken(15, 16), { ...wish, rooms: 2 })).toBeNull()
  expect(stayUnits(plan, taken(), { ...wish, fromNight: 2 })).toBeNull()
  expect(stayUnits(plan, taken(), { ...wish, rooms: 4 })).toBeNull()
})

const booked = fc
  .record({
    states: fc.array(fc.constantFrom(0, 0, 1, 4), { minLength: 2 * 3 * 5, maxLength: 2 * 3 * 5 }),
    nights: fc.integer({ min: 1, max: 5 }),
    rooms: fc.integer({ min: 1, max: 3 }),
    roomType: fc.constantFrom(0, 1),
  })
  .map(({ states, ...asked }) => ({ states: Uint8Array.from(states), asked: { ...asked, fromNight: 0 } }))
const large = hotel(3, 5)

propertyTest.prop([booked])(
  '[L6] each night has so many different free rooms of the type; there is a stay exactly where every night has them',
  ({ states, asked }) => {
    const unitsOf = (night: number) =>
      [...large.row.keys()].filter((unit) => large.row[unit] === asked.roomType * 5 + night)
    const nights = Array.from({ length: asked.nights }, (_, night) => unitsOf(night))
    const isRoom = nights.every((units) => units.filter((unit) => states[unit] === 0).length >= asked.rooms)
    const stay = stayUnits(large, states, asked)
    expect(stay !== null).toBe(isRoom)
    if (!stay) return
    expect(new Set(stay.seatIds).size).toBe(asked.nights * asked.rooms)
    expect(stay.seatIds.every((unit) => states[unit] === 0)).toBe(true)
    for (const units of nights)
      expect(stay.seatIds.filter((unit) => units.includes(unit))).toHaveLength(asked.rooms)
  },
)

propertyTest.prop([booked])(
  '[L6] as many rooms as are free throughout are kept throughout, and one guest moves no more often than any way through needs',
  ({ states, asked }) => {
    const stay = stayUnits(large, states, asked)
    if (!stay) return
    const isFree = (night: number, room: number) => states[asked.roomType * 15 + night * 3 + room] === 0
    const nights = Array.from({ length: asked.nights }, (_, night) => night)
    const throughout = [0, 1, 2].filter((room) => nights.every((night) => isFree(night, room))).length
    const stays = Array.from({ length: asked.rooms }, (_, room) =>
      stay.seatIds.slice(room * asked.nights, (room + 1) * asked.nights).map((unit) => large.numbers[unit]),
    )
    const kept = stays.filter((rooms) => new Set(rooms).size === 1).length
    expect(kept).toBeGreaterThanOrEqual(Math.min(throughout, asked.rooms))
    if (asked.rooms > 1) return
    // The fewest moves, by trying everything: for each room of a night, the best way to get there.
    let fewest = [0, 1, 2].map((room) => (isFree(0, room) ? 0 : Infinity))
    for (const night of nights.slice(1))
      fewest = [0, 1, 2].map((room) =>
        isFree(night, room)
          ? Math.min(...fewest.map((moves, from) => moves + (from === room ? 0 : 1)))
          : Infinity,
      )
    expect(stay.moves).toBe(Math.min(...fewest))
  },
)

test('[L6] each unit is one room of one night of its own type', () => {
  const plan = hotel(2, 3)
  const of = (unit: number) => nightOf(plan, unit as SeatId)
  expect([of(0), of(3), of(5)]).toEqual([
    { night: 0, number: '1' },
    { night: 1, number: '2' },
    { night: 2, number: '2' },
  ])
  expect([of(6), of(11)]).toEqual([
    { night: 0, number: '101' },
    { night: 2, number: '102' },
  ])
})

test('[L6] [E3] guests arrive at the same time of day on every night, also after the clocks are put back', () => {
  const first = { startsAtMs: Date.parse('2026-10-24T15:00+02:00'), zone: 'Europe/Berlin' }
  expect(nightAtMs(first, 0)).toBe(first.startsAtMs)
  expect(nightAtMs(first, 1)).toBe(Date.parse('2026-10-25T15:00+01:00'))
  expect(roomNight(hotel(2, 3), 3 as SeatId, first)).toEqual({
    number: '2',
    startsAtMs: Date.parse('2026-10-25T15:00+01:00'),
  })
})

test('[L6] [E3] a time of day that a night has not is a day after the one before', () => {
  const first = { startsAtMs: Date.parse('2026-03-28T02:30+01:00'), zone: 'Europe/Berlin' }
  expect(nightAtMs(first, 1)).toBe(Date.parse('2026-03-29T03:30+02:00'))
})

test('[L6] a night is over a day after its guests may arrive; in every room type it is the same one', () => {
  const first = { startsAtMs: DAY_MS, zone: 'UTC' }
  expect(isNightOver(first, 1, 3 * DAY_MS - 1)).toBe(false)
  expect(isNightOver(first, 1, 3 * DAY_MS)).toBe(true)
  expect([...rowsOver(plan, first, 3 * DAY_MS)]).toEqual([0, 1, 4, 5])
  expect(nightsOf(plan)).toBe(4)
})
