import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { SeatId } from '../ids.ts'
import { neighbours, nobody } from './adjacency.ts'
import { planOf, takenHouse } from './houses.fixture.ts'
import { seatsLeftAlone } from './single-seat.ts'

const ids = (...seats: number[]) => seats as SeatId[]
const rowOf = (xs: readonly number[], flags: Readonly<Record<number, 'wheelchair'>> = {}) =>
  planOf({
    name: '',
    width: 900,
    height: 300,
    categories: [],
    sections: [
      {
        name: '',
        kind: 'seats',
        areas: [],
        rows: [
          {
            label: '',
            seats: xs.map((x, index) => ({
              uuid: '',
              guid: '',
              number: '',
              x,
              y: 100,
              radius: 10,
              category: 'One',
              flags: flags[index] ? [flags[index]] : [],
            })),
          },
        ],
      },
    ],
  })
/** Eight seats, an aisle after the fourth. */
const row = rowOf([100, 125, 150, 175, 260, 285, 310, 335])
const alone = (chosen: readonly number[], taken: readonly number[] = []) =>
  seatsLeftAlone(row, ids(...chosen), (seat) => !taken.includes(seat))

test('[H14] a seat between the choice and an aisle, a wall or a taken seat is left alone', () => {
  expect(alone([1, 2])).toEqual([0, 3])
  expect(alone([1])).toEqual([0])
  expect(alone([5])).toEqual([4])
  expect(alone([4, 7])).toEqual([])
  expect(alone([0, 2])).toEqual([1, 3])
  expect(alone([1], [3])).toEqual([0, 2])
})

test('[H14] across an aisle nobody is beside: the end of a block is no company for the next', () => {
  expect(alone([2])).toEqual([3])
  expect(alone([0, 1, 2, 3])).toEqual([])
})

test('[H14] where one seat must stay over wherever so many sit, nothing is said', () => {
  expect(alone([0, 1, 2])).toEqual([])
  expect(alone([1, 2], [3])).toEqual([])
  expect(alone([1], [2])).toEqual([])
})

test('[H14] what was alone before is nobody’s doing, and a wheelchair place is no seat left over', () => {
  expect(alone([3], [1])).toEqual([])
  expect(alone([4, 5], [1, 3])).toEqual([])
  const bay = rowOf([100, 125, 150, 175], { 3: 'wheelchair' })
  expect(seatsLeftAlone(bay, ids(2), () => true)).toEqual([])
  expect(seatsLeftAlone(bay, ids(1), () => true)).toEqual([0])
})

/** The stretch of free seats that a seat is in, found by walking along it. */
function stretchOf(plan: Parameters<typeof neighbours>[0], seat: number, isFree: (seat: number) => boolean) {
  const { left, right } = neighbours(plan)
  const stretch = [seat]
  for (let at = left[seat] ?? nobody; at !== nobody && isFree(at); at = left[at] ?? nobody)
    stretch.unshift(at)
  for (let at = right[seat] ?? nobody; at !== nobody && isFree(at); at = right[at] ?? nobody) stretch.push(at)
  return stretch
}

const choice = takenHouse.chain(({ plan, states }) => {
  const free = [...states.keys()].filter((seat) => states[seat] === 0)
  return fc.subarray(free).map((chosen) => ({ plan, states, chosen }))
})

propertyTest.prop([choice])(
  '[H14] told is what a walk finds: free, alone now, not alone before, and avoidable by sitting elsewhere in the stretch',
  ({ plan, states, chosen }) => {
    const taken = new Set(chosen)
    const { left, right } = neighbours(plan)
    const wasFree = (seat: number) => states[seat] === 0
    const isLone = (seat: number, isFree: (seat: number) => boolean) =>
      [left[seat], right[seat]].every((next) => next === undefined || next === nobody || !isFree(next))
    const expected = [...states.keys()].filter((seat) => {
      if (!wasFree(seat) || taken.has(seat) || ((plan.flags[seat] ?? 0) & 3) !== 0) return false
      if (isLone(seat, wasFree) || !isLone(seat, (one) => wasFree(one) && !taken.has(one))) return false
      const stretch = stretchOf(plan, seat, wasFree)
      const size = stretch.filter((one) => taken.has(one)).length
      // Every way to seat the party together in it; a way that leaves no single seat shows that it is avoidable.
      return Array.from({ length: stretch.length - size + 1 }, (_, offset) => offset).some(
        (offset) => offset !== 1 && stretch.length - size - offset !== 1,
      )
    })
    expect(seatsLeftAlone(plan, ids(...chosen), wasFree)).toEqual(expected)
  },
)
