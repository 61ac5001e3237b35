import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { PlanId, SeatId } from '../ids.ts'
import type { DraftSeat, DraftSection, PlanDraft } from '../plan-import/draft.ts'
import { makePlan } from './make-plan.ts'
import { seatFlag, seatLabel } from './plan.ts'
import type { Area } from './plan.ts'
import { makeSeatGrid } from './seat-grid.ts'

const planId = 7 as PlanId
const seat = (number: string, x: number, y: number, change: Partial<DraftSeat> = {}): DraftSeat => {
  return {
    uuid: `${number}-${x}-${y}`,
    guid: '',
    number,
    x,
    y,
    radius: 10,
    category: 'Near',
    flags: [],
    ...change,
  }
}
const section = (
  name: string,
  label: string,
  seats: readonly DraftSeat[],
  areas: Area[] = [],
): DraftSection => {
  return { name, kind: 'seats', rows: [{ label, seats }], areas }
}
const draft = (...sections: DraftSection[]): PlanDraft => {
  return { name: 'Hall', width: 200, height: 100, categories: [{ name: 'Near', color: '#aa0000' }], sections }
}
const stage: Area = {
  shape: 'rectangle',
  x: 10,
  y: 0,
  width: 60,
  height: 10,
  rotation: 0,
  points: [],
  color: '#ffffff',
  borderColor: '#000000',
  text: 'Stage',
}

test('[L1] columns follow the draft: order, rows, flags, numbers, categories', () => {
  const plan = makePlan(
    draft(
      section('Floor', 'A', [
        seat('1', 20, 20, { flags: ['wheelchair', 'aisle'] }),
        seat('2', 45, 20, { category: 'Far' }),
      ]),
      section('Balcony', 'A', [seat('1', 20, 60)]),
    ),
    planId,
  )
  expect(plan).toMatchObject({ planId, name: 'Hall', width: 200, height: 100, count: 3, seatRadius: 10 })
  expect(plan.rows).toEqual([
    { label: 'A', section: 0 },
    { label: 'A', section: 1 },
  ])
  expect([...plan.row]).toEqual([0, 0, 1])
  expect([...plan.flags]).toEqual([seatFlag.wheelchair + seatFlag.aisle, 0, 0])
  expect(plan.categories).toEqual([
    { name: 'Near', color: '#aa0000' },
    { name: 'Far', color: '#808080' },
  ])
  expect([...plan.category]).toEqual([0, 1, 0])
  expect(seatLabel(plan, 1 as SeatId)).toBe('A2')
})

test('[L1] a category that is declared twice is one, with the first colour', () => {
  const twice = [
    { name: 'Near', color: '#aa0000' },
    { name: 'Near', color: '#00aa00' },
  ]
  const plan = makePlan({ ...draft(section('Floor', 'A', [seat('1', 20, 20)])), categories: twice }, planId)
  expect(plan.categories).toEqual([{ name: 'Near', color: '#aa0000' }])
})

test('[L1] of two sizes that as many seats have, the house draws the smaller', () => {
  const seats = [seat('1', 20, 20), seat('2', 60, 20, { radius: 6 })]
  expect(makePlan(draft(section('Floor', 'A', seats)), planId).seatRadius).toBe(6)
})

test('[H14] rows that an aisle splits stay apart though they carry one label', () => {
  const { rows } = section('Floor', 'A', [seat('1', 20, 20)])
  const split = { ...section('Floor', 'A', []), rows: [...rows, { label: 'A', seats: [seat('2', 90, 20)] }] }
  expect(makePlan(draft(split), planId).rows.length).toBe(2)
})

test('[L1] stacked floors go side by side with their areas, four radii apart; what is free stays', () => {
  const plan = makePlan(
    draft(
      section('Ground', 'A', [seat('1', 20, 20), seat('2', 45, 20)], [stage]),
      section('First', 'A', [seat('1', 22, 20), seat('2', 47, 20)], [{ ...stage, x: 12, width: 20 }]),
      section('Side', 'A', [seat('1', 120, 20)]),
    ),
    planId,
  )
  // Floor 0 ends at 130 (the side's seat), the gap is 40, the first floor began at 12: it moves by 158.
  expect([...plan.x]).toEqual([20, 45, 180, 205, 120])
  expect(plan.areas.map(({ x }) => x)).toEqual([10, 170])
  expect([plan.width, plan.height]).toEqual([255, 100])
})

const anySection = fc.array(fc.tuple(fc.nat(6), fc.nat(3)), { minLength: 1, maxLength: 8 })

propertyTest.prop([fc.array(anySection, { minLength: 1, maxLength: 8 })])(
  '[L1] however sections are stacked, their seats end apart, on the canvas, in order',
  (grids) => {
    const sections = grids.map((cells, index) => {
      const distinct = [...new Set(cells.map(String))].map((cell) => cell.split(',').map(Number))
      return section(
        `S${index}`,
        'A',
        distinct.map(([x = 0, y = 0], n) => seat(String(n), 10 + 25 * x, 10 + 25 * y)),
      )
    })
    const plan = makePlan(draft(...sections), planId)
    const grid = makeSeatGrid()
    for (const [index, x] of plan.x.entries()) {
      const circle = { x, y: plan.y[index] ?? Number.NaN, radius: plan.seatRadius }
      expect(grid.hit(circle)).toBeNull()
      expect(x).toBeLessThanOrEqual(plan.width)
      grid.add(circle)
    }
    expect(plan.numbers).toEqual(
      sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map((s) => s.number))),
    )
  },
)
