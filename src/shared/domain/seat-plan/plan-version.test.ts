import { expect, test } from 'vitest'
import type { PlanId, SeatId } from '../ids.ts'
import { known } from '../../lib/assert.ts'
import { draftOfPlan } from '../plan-import/draft-of-plan.ts'
import type { DraftSeat, PlanDraft } from '../plan-import/draft.ts'
import { planLimits } from '../plan-import/limits.ts'
import { readPlanFile } from '../plan-import/read-plan-file.ts'
import { writeSeatList } from '../plan-import/write-seat-list.ts'
import { occupancyBySection, occupancyOf } from '../reports/occupancy.ts'
import { seatStateCode } from '../seat-state.ts'
import { neighbours } from './adjacency.ts'
import { focusOf } from './focus.ts'
import { makePlan } from './make-plan.ts'
import { placeRadii } from './place-radii.ts'
import { differencesOf, nextVersion } from './plan-version.ts'
import { type Plan, isGone, presentSections, seatLabel, seatsIn, sectionOf } from './plan.ts'
import { placesLike } from './standing-places.ts'

const planId = 1 as PlanId

function seat(number: string, x: number, y: number, category = 'Near'): DraftSeat {
  return { uuid: `${category}${number}${x}${y}`, guid: '', number, x, y, radius: 10, category, flags: [] }
}

/** A row of seats numbered from 1. */
function row(label: string, y: number, count: number, category?: string) {
  const seats = Array.from({ length: count }, (_, index) =>
    seat(String(index + 1), 30 + index * 30, y, category),
  )
  return { label, seats }
}

type Rows = PlanDraft['sections'][number]['rows']

function draft(rows: Rows, more: PlanDraft['sections'] = [], categories = ['Near']): PlanDraft {
  return {
    name: 'Hall',
    width: 400,
    height: 300,
    categories: categories.map((name) => ({ name, color: '#123456' })),
    sections: [{ name: 'Stalls', kind: 'seats', areas: [], rows }, ...more],
  }
}

const planOf = (drawn: PlanDraft) => makePlan(drawn, planId)

function after(before: Plan, drawn: PlanDraft): Plan {
  const next = nextVersion(planOf(drawn), before)
  if (!next) throw new Error('too much for a plan')
  return next
}

function labels(plan: Plan): readonly string[] {
  return [...plan.numbers.keys()].map((one) => {
    const name = plan.sections[sectionOf(plan, one)]?.name ?? ''
    return `${name} ${seatLabel(plan, one as SeatId)}${isGone(plan, one) ? ' gone' : ''}`
  })
}

const two = planOf(draft([row('A', 40, 2), row('B', 80, 2)]))

test('[L4] a drawing that is saved again keeps its seats, also where its file wrote names with other digits or spaces', () => {
  const named = (text: string): PlanDraft => {
    const [own] = draft([row('۱۲', 40, 2), row(' A  left ', 80, 1)]).sections
    return { ...draft([]), sections: own ? [{ ...own, name: text }] : [] }
  }
  const before = planOf(named('بخش ۱'))
  const read = readPlanFile(writeSeatList(draftOfPlan(before)))
  const next = after(before, known(read.draft, 'draft'))
  expect(labels(next)).toEqual(['بخش ۱ 12-1', 'بخش ۱ 12-2', 'بخش ۱ A left1'])
})

test('[L4] an id means one seat through all versions: what stays keeps it, what goes keeps it, what is new comes behind', () => {
  const next = after(two, draft([row('B', 80, 3), row('C', 120, 1)]))
  expect(labels(next)).toEqual([
    'Stalls A1 gone',
    'Stalls A2 gone',
    'Stalls B1',
    'Stalls B2',
    'Stalls B3',
    'Stalls C1',
  ])
  expect(seatsIn(next)).toBe(4)
  expect(presentSections(next)).toEqual([{ name: 'Stalls', kind: 'seats' }])
  const back = after(next, draft([row('A', 40, 2), row('B', 80, 2)]))
  expect(labels(back)).toEqual([
    'Stalls A1',
    'Stalls A2',
    'Stalls B1',
    'Stalls B2',
    'Stalls B3 gone',
    'Stalls C1 gone',
  ])
  expect([isGone(two, 4), isGone(two, 3)]).toEqual([true, false])
})

test('[L4] a seat of another section or with another number is another seat', () => {
  const balcony = { name: 'Balcony', kind: 'seats', areas: [], rows: [row('A', 200, 2)] } as const
  const next = after(two, draft([row('B', 80, 2)], [balcony]))
  expect(labels(next).filter((label) => label.includes('gone'))).toEqual(['Stalls A1 gone', 'Stalls A2 gone'])
  expect(seatsIn(next)).toBe(4)
})

test('[L4] seats of one name are told apart only while they stay as many', () => {
  const twins = planOf(draft([row('A', 40, 1), row('A', 80, 1)]))
  expect(labels(after(twins, draft([row('A', 40, 1), row('A', 90, 1)])))).toEqual(['Stalls A1', 'Stalls A1'])
  const fewer = after(twins, draft([row('A', 80, 1)]))
  expect(labels(fewer)).toEqual(['Stalls A1 gone', 'Stalls A1 gone', 'Stalls A1'])
  // Each present seat is matched again; seats that went long ago are not confused with them.
  expect(labels(after(fewer, draft([row('A', 85, 1)])))).toEqual(labels(fewer))
})

test('[P2] a category keeps its number, which prices go by; its colour is the newest, a new one comes behind', () => {
  const before = planOf(draft([row('A', 40, 1, 'Near'), row('B', 80, 1, 'Far')], [], ['Near', 'Far']))
  const next = after(before, draft([row('B', 80, 1, 'Far'), row('C', 120, 1, 'Box')], [], ['Box', 'Far']))
  expect(next.categories.map(({ name }) => name)).toEqual(['Near', 'Far', 'Box'])
  expect([...next.category]).toEqual([0, 1, 2])
})

test('[L4] more seats, rows, sections or categories than a plan holds are no version', () => {
  const many = Array.from({ length: planLimits.categories }, (_, index) => `Zone ${index}`)
  const full = planOf(draft([row('A', 40, 1, 'Zone 0')], [], many))
  expect(nextVersion(planOf(draft([row('A', 40, 1, 'One more')], [], ['One more'])), full)).toBe(null)
  const long = (label: string, length: number) =>
    planOf(draft(Array.from({ length }, (_, index) => row(`${label}${index}`, index, 1))))
  expect(nextVersion(long('x', 2600), long('y', 2600))).toBe(null)
  const wide = (label: string) => planOf(draft([row(label, 40, 60_000)]))
  expect(nextVersion(wide('x'), wide('y'))).toBe(null)
})

test('[L4] what became of each seat: new, gone, moved, of another price zone, otherwise marked', () => {
  const before = planOf(draft([row('A', 40, 4), row('B', 80, 2)], [], ['Near', 'Far']))
  const [first, second, third, fourth] = row('A', 60, 4).seats
  if (!first || !second || !third || !fourth) throw new Error('four seats')
  // The whole drawing is twenty units lower, which moves no seat.
  const seats = [
    first,
    { ...second, x: 75 },
    { ...third, category: 'Far' },
    { ...fourth, flags: ['aisle'] as const },
  ]
  const next = after(before, draft([{ label: 'A', seats }, row('C', 140, 1)], [], ['Near', 'Far']))
  expect(differencesOf(before, next)).toEqual({
    added: [6],
    gone: [4, 5],
    moved: [1],
    recategorised: [2],
    reflagged: [3],
  })
  expect(differencesOf(next, before)).toMatchObject({ added: [4, 5], gone: [6] })
  expect(differencesOf(planOf(draft([])), planOf(draft([])))).toMatchObject({ moved: [] })
})

test('[H13] [H14] whoever reads places passes over what is gone', () => {
  const next = after(two, draft([row('B', 80, 2)]))
  expect([...neighbours(next).right]).toEqual([-1, -1, 3, -1])
  expect(focusOf(next)).toEqual(focusOf(planOf(draft([row('B', 80, 2)]))))
  const none = { ...next, sections: next.sections.map(({ name }) => ({ name, kind: 'gone' }) as const) }
  expect(focusOf(none)).toEqual({ x: next.width / 2, y: 0 })
  const stage = { ...next, areas: [stageOver(60, 40)] }
  expect(focusOf(stage)).toEqual({ x: 60, y: 40 })
  // A new seat is where one was that is gone: neither makes the other smaller.
  const over = after(two, draft([{ label: 'X', seats: [seat('1', 32, 40)] }, row('B', 80, 2)]))
  expect(placeRadii(over)[4]).toBe(10)
})

function stageOver(x: number, y: number) {
  return {
    shape: 'rectangle',
    x: x - 40,
    y: y - 35,
    width: 80,
    height: 70,
    rotation: 0,
    points: [],
    color: '',
    borderColor: '',
    text: '',
  } as const
}

test('[A6] what is gone was offered in no section', () => {
  const next = after(two, draft([row('B', 80, 2)]))
  const sold = Uint8Array.from([0, 0, seatStateCode.sold, 0])
  expect(occupancyBySection(next, occupancyOf(next.count, [sold]))).toEqual([
    { name: 'Stalls', offered: 2, sold: 1 },
  ])
})

test('[P8] a place that came later is found for whoever stands in its row', () => {
  const floor = (count: number): PlanDraft => ({
    ...draft([]),
    sections: [{ name: 'Floor', kind: 'standing', areas: [], rows: [row('', 40, count), row('x', 90, 1)] }],
  })
  const next = after(planOf(floor(1)), floor(2))
  const states = Uint8Array.from([seatStateCode.sold, 0, 0])
  expect(placesLike(next, states, [0 as SeatId])).toEqual([[2]])
})

test('[L4] drawn on from a later version, rows are in the order of their places, without what is gone', () => {
  const [one, other] = row('A', 40, 2).seats
  if (!one || !other) throw new Error('two seats')
  const before = planOf(
    draft([{ label: 'A', seats: [other] }, { label: 'V', seats: [] }, row('B', 80, 2)], [], ['Near', 'Far']),
  )
  const next = after(before, draft([{ label: 'A', seats: [one, other] }], [], ['Near']))
  const drawn = draftOfPlan(next)
  expect(drawn.sections.map(({ name, rows }) => [name, rows.map(({ label }) => label)])).toEqual([
    ['Stalls', ['A']],
  ])
  expect(drawn.sections[0]?.rows[0]?.seats.map(({ number }) => number)).toEqual(['2', '1'])
  const zoned = after(
    planOf(draft([row('A', 40, 1), row('B', 80, 1, 'Far')], [], ['Near', 'Far', 'Spare'])),
    draft([row('A', 40, 1)]),
  )
  expect(draftOfPlan(zoned).categories.map(({ name }) => name)).toEqual(['Near', 'Spare'])
  const down = (count: number, up = 1) => ({
    label: 'L',
    seats: Array.from({ length: count }, (_, index) => seat(String(index + 1), 30, 100 + up * index * 30)),
  })
  const first = planOf(draft([down(2), row('B', 300, 1)]))
  expect(
    draftOfPlan(after(first, draft([down(3), row('B', 300, 1)]))).sections[0]?.rows[0]?.seats.length,
  ).toBe(3)
})
