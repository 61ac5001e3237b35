// Small plans for the tests of this folder. Owns their geometry: curved, odd/even and plain.
// Must never be imported by anything but tests.

import type { PlanId, SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'

export interface TestSeat {
  readonly x: number
  readonly y: number
  readonly row: number
  readonly number: string
}

export interface TestRow {
  readonly label: string
  readonly section: number
}

export const seat = (id: number): SeatId => id as SeatId

export function planOf(seats: readonly TestSeat[], rows: readonly TestRow[]): Plan {
  const sections = Math.max(0, ...rows.map(({ section }) => section)) + 1
  return {
    planId: 1 as PlanId,
    name: 'test',
    width: 1000,
    height: 1000,
    seatRadius: 10,
    sections: Array.from({ length: sections }, (_, at) => ({ name: `Section ${at + 1}`, kind: 'seats' })),
    rows,
    categories: [{ name: 'one', color: '#0072b2' }],
    areas: [],
    count: seats.length,
    x: Float32Array.from(seats, ({ x }) => x),
    y: Float32Array.from(seats, ({ y }) => y),
    row: Uint16Array.from(seats, ({ row }) => row),
    category: new Uint8Array(seats.length),
    flags: new Uint8Array(seats.length),
    numbers: seats.map(({ number }) => number),
  }
}

/** `rows` arcs of `across` seats, 24 apart, around a stage above: the ends stand higher than the middle. */
export function curvedPlan(rows: number, across: number): Plan {
  const seats: TestSeat[] = []
  for (let row = 0; row < rows; row += 1) {
    const radius = 200 + row * 30
    for (let at = 0; at < across; at += 1) {
      const turn = ((at - (across - 1) / 2) * 24) / radius
      const [x, y] = [500 + Math.sin(turn) * radius, Math.cos(turn) * radius]
      seats.push({ x, y, row, number: String(at + 1) })
    }
  }
  return planOf(seats, letters(rows))
}

/** Odd numbers to the left of the aisle counting outwards, even ones to the right: 5 3 1 | 2 4 6. */
export function oddEvenPlan(rows: number): Plan {
  const places = [
    ['5', 0],
    ['3', 24],
    ['1', 48],
    ['2', 120],
    ['4', 144],
    ['6', 168],
  ] as const
  const seats = Array.from({ length: rows }, (_, row) =>
    places.map(([number, x]) => ({ x, y: row * 30, row, number })),
  )
  return planOf(seats.flat(), letters(rows))
}

function letters(rows: number): TestRow[] {
  return Array.from({ length: rows }, (_, row) => ({ label: String.fromCodePoint(65 + row), section: 0 }))
}
