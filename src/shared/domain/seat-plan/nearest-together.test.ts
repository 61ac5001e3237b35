import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { SeatId } from '../ids.ts'
import { makeLargeHotel } from '../../../../db/seed/plans/hotel.ts'
import { nearestTogether } from './best-available.ts'
import { middleOf, placeOf } from './focus.ts'
import { everyWindow, planOf, takenHouse, wish } from './houses.fixture.ts'
import { type Plan, seatFlag } from './plan.ts'

const needs = seatFlag.wheelchair | seatFlag.companion
const ids = (...seats: number[]) => seats as SeatId[]

/** The sum of the seats’ distances from the middle of `near`, in hundredths. */
function wayOf(plan: Plan, near: readonly number[], seats: readonly number[]): number {
  const middle = middleOf(plan, near)
  return seats.reduce((sum, seat) => {
    const { x, y } = placeOf(plan, seat)
    return sum + Math.round(100 * Math.sqrt((x - middle.x) ** 2 + (y - middle.y) ** 2))
  }, 0)
}

propertyTest.prop([takenHouse, fc.array(fc.nat(50), { minLength: 1, maxLength: 3 })])(
  '[P8] no free seats together are nearer than those that come first, whoever looks; nowhere together, none',
  ({ plan, states }, seats) => {
    const near = ids(...new Set(seats.map((seat) => seat % plan.count)))
    const choices = nearestTogether(plan, states, near, 5)
    const isNeeded = near.some((seat) => ((plan.flags[seat] ?? 0) & needs) !== 0)
    const windows = isNeeded ? [] : everyWindow(plan, states, wish(near.length))
    const ways = windows.map((window) => wayOf(plan, near, window)).toSorted((a, b) => a - b)
    expect(choices.map((window) => wayOf(plan, near, window))[0]).toBe(ways[0])
    for (const choice of choices) expect(windows).toContainEqual(choice)
  },
)

test('[P8] [L6] a night is another room of its own night, the nights that are free stay; never another date', () => {
  const plan = planOf(makeLargeHotel())
  const states = new Uint8Array(plan.count)
  // Six double rooms per night: two nights in the first room, whose first night is taken.
  states[0] = 4
  expect(nearestTogether(plan, states, ids(0, 6), 5)).toEqual([[1, 6]])
  states[1] = 4
  expect(nearestTogether(plan, states, ids(0, 1), 5)).toEqual([[2, 3]])
  states.fill(4, 0, 6)
  expect(nearestTogether(plan, states, ids(0, 6), 5)).toEqual([])
})
