// Where the keyboard goes, in bent rows, in odd/even halls and over gangways. Owns the proof of [E2] for the map.
// Must never look at numbers to decide what is right.

import { describe, expect, test } from 'vitest'
import { makeHouse } from './house.ts'
import { curvedPlan, oddEvenPlan, planOf, seat } from './plans.fixture.ts'
import { type Direction, rowEnd, seatInNextSection, seatTowards } from './seat-neighbours.ts'

describe('[E2] on curved rows', () => {
  const house = makeHouse(curvedPlan(6, 21))
  const move = (from: number, direction: Direction) => Number(seatTowards(house, seat(from), direction))

  test('right walks the whole row to its end, seat by seat, and stays there', () => {
    for (let at = 0; at < 20; at += 1) expect(move(2 * 21 + at, 'right')).toBe(2 * 21 + at + 1)
    expect(Number(rowEnd(house, seat(2 * 21 + 10), 'right'))).toBe(3 * 21 - 1)
  })

  test('left undoes right anywhere', () => {
    for (let id = 0; id < 6 * 21; id += 1) {
      const isRowEnd = id % 21 === 20
      if (!isRowEnd) expect(move(move(id, 'right'), 'left')).toBe(id)
    }
  })

  test('down and up change the row by one, in the middle where rows are level', () => {
    expect(move(10, 'down')).toBe(21 + 10)
    expect(move(21 + 10, 'up')).toBe(10)
  })

  test('up from the front row stays', () => {
    expect(move(10, 'up')).toBe(10)
  })
})

describe('[E2] in an odd/even hall', () => {
  const house = makeHouse(oddEvenPlan(3))
  const number = (id: number) => house.plan.numbers[id]
  const walk = (from: number, direction: Direction, times: number) =>
    Array.from({ length: times }).reduce<number>(
      (at) => Number(seatTowards(house, seat(at), direction)),
      from,
    )

  test('moves go by place and not by number: 5 3 1 over the aisle to 2 4 6', () => {
    const visited = [0, 1, 2, 3, 4, 5].map((times) => number(walk(0, 'right', times)))
    expect(visited).toEqual(['5', '3', '1', '2', '4', '6'])
  })

  test('Home and End are the outermost seats, numbers 5 and 6', () => {
    expect(number(rowEnd(house, seat(8), 'left'))).toBe('5')
    expect(number(rowEnd(house, seat(8), 'right'))).toBe('6')
  })

  test('the edge of the house holds', () => {
    expect(walk(5, 'right', 1)).toBe(5)
    expect(walk(0, 'left', 1)).toBe(0)
  })
})

describe('[E2] between sections', () => {
  const rows = [
    { label: 'A', section: 0 },
    { label: 'A', section: 2 },
  ]
  const seats = [0, 1].flatMap((row) => [0, 24, 48].map((x) => ({ x, y: row * 200, row, number: String(x) })))
  const house = makeHouse(planOf(seats, rows))

  test('PageDown goes to the nearest seat of the next section that has seats', () => {
    expect(seatInNextSection(house, seat(1), 1)).toBe(4)
  })

  test('PageUp goes back; there is nothing before the first nor after the last', () => {
    expect(seatInNextSection(house, seat(4), -1)).toBe(1)
    expect(seatInNextSection(house, seat(1), -1)).toBe(1)
    expect(seatInNextSection(house, seat(4), 1)).toBe(4)
  })

  test('an arrow crosses the gangway between them', () => {
    expect(seatTowards(house, seat(1), 'down')).toBe(4)
  })
})
