import { expect, test } from 'vitest'
import { makePlan } from '../seat-plan/make-plan.ts'
import type { PlanId } from '../ids.ts'
import { seatStateCode } from '../seat-state.ts'
import { heatStep, occupancyBySection, occupancyOf, seatsAlone, worthOf } from './occupancy.ts'

const { available: free, sold, held, blocked } = seatStateCode

/** Two rows of six, each in its own section; seat 11 is a wheelchair place. */
const plan = makePlan(
  {
    name: 'Hall',
    width: 300,
    height: 200,
    categories: ['Near', 'Far'].map((name) => ({ name, color: '#445566' })),
    sections: ['Stalls', 'Balcony'].map((name, index) => ({
      name,
      kind: 'seats' as const,
      areas: [],
      rows: [
        {
          label: name,
          seats: Array.from({ length: 6 }, (_, at) => ({
            uuid: `${name}${at}`,
            guid: `${name}${at}`,
            number: String(at + 1),
            x: 30 + at * 30,
            y: 40 + index * 60,
            radius: 10,
            category: index === 0 ? 'Near' : 'Far',
            flags: index === 1 && at === 5 ? (['wheelchair'] as const) : [],
          })),
        },
      ],
    })),
  },
  1 as PlanId,
)

const rest = Array<number>(6).fill(free)

test('[A6] a seat’s heat is how many of the shows it was sold in; a hold is no sale', () => {
  const evening = (...codes: number[]) => Uint8Array.from([...codes, ...rest])
  const occupancy = occupancyOf(12, [
    evening(sold, sold, held, free, free, free),
    evening(sold, free, blocked, free, free, free),
  ])
  expect([occupancy.shows, ...occupancy.sold.slice(0, 4)]).toEqual([2, 2, 1, 0, 0])
  expect(occupancyBySection(plan, occupancy)).toEqual([
    { name: 'Stalls', offered: 12, sold: 3 },
    { name: 'Balcony', offered: 12, sold: 0 },
  ])
  expect(occupancyOf(3, []).sold).toEqual(new Uint32Array(3))
})

test('[A6] the lowest step is never, the highest is always; once of many shows is told from never', () => {
  expect([0, 1, 25, 26, 50, 75, 76, 100].map((times) => heatStep(times, 100))).toEqual([
    0, 1, 1, 2, 2, 3, 4, 4,
  ])
  expect(heatStep(0, 0)).toBe(0)
})

test('[A6] alone is who has nobody free beside and somebody who sits there, but for places of one', () => {
  const alone = (stalls: number[], balcony = rest) =>
    seatsAlone(plan, Uint8Array.from([...stalls, ...balcony]))
  expect(alone([sold, free, sold, free, free, sold])).toEqual([1])
  expect(alone([free, sold, blocked, free, held, free])).toEqual([0])
  expect(alone([sold, free, blocked, free, sold, free])).toEqual([1, 3, 5])
  expect(alone(rest, [free, free, free, free, sold, free])).toEqual([])
  expect(alone(rest, [blocked, free, held, free, held, blocked])).toEqual([])
})

test('[A6] what they would have brought is the first price that they have', () => {
  const prices = [[200, 150], [null, 90], [null]]
  expect(worthOf(plan, [1, 7] as never, prices)).toBe(290)
  expect(worthOf(plan, [7] as never, [[5], [null]])).toBe(0)
  expect(worthOf(plan, [7] as never, [])).toBe(0)
})
