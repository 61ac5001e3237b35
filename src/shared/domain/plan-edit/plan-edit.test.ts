import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { PlanId } from '../ids.ts'
import { examine } from '../plan-import/doctor.ts'
import { draftOfPlan } from '../plan-import/draft-of-plan.ts'
import { readPlanFile } from '../plan-import/read-plan-file.ts'
import { isImportable } from '../plan-import/tally.ts'
import { writeSeatList } from '../plan-import/write-seat-list.ts'
import { makePlan } from '../seat-plan/make-plan.ts'
import type { Change } from './change-plan.ts'
import { after, begun, choosing, seatsNow } from './plan-edit.fixture.ts'
import { type Action, beginEdit, edited, type PlanEdit } from './plan-edit.ts'
import { templates } from './templates.ts'

const planId = 1 as PlanId
const shape = fc.record({
  seats: fc.integer({ min: 1, max: 9 }),
  pitch: fc.integer({ min: 22, max: 60 }),
  curve: fc.integer({ min: -90, max: 90 }),
})
const style = fc.constantFrom('letters' as const, 'numbers' as const)
const naming = fc.record({ style, from: fc.integer({ min: 1, max: 40 }) })
const numbering = fc.record({
  style,
  from: fc.integer({ min: 1, max: 40 }),
  order: fc.constantFrom('ascending' as const, 'descending' as const),
  step: fc.constantFrom('all' as const, 'odd' as const, 'even' as const),
})
const name = fc.constantFrom('Stalls', 'Balcony', 'Box 1')
const section = fc.nat(2)
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('add-rows' as const),
    section,
    rows: fc.integer({ min: 1, max: 3 }),
    rowPitch: fc.integer({ min: 24, max: 60 }),
    shape,
    naming,
    numbering,
    category: fc.constantFrom('Standard', 'Near'),
  }),
  fc.record({ kind: fc.constant('rename' as const), name }),
  fc.record({ kind: fc.constant('add-section' as const), name }),
  fc.record({ kind: fc.constant('rename-section' as const), section, name }),
  fc.record({ kind: fc.constant('remove-section' as const), section }),
  fc.record({ kind: fc.constant('add-table' as const), section, seats: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('add-places' as const), name, places: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('add-shape' as const),
    shape: fc.constantFrom('stage' as const, 'rectangle' as const, 'ellipse' as const, 'word' as const),
    text: name,
  }),
  fc.record({ kind: fc.constant('set-shape' as const), set: fc.constant({ text: 'Bar', rotation: 30 }) }),
  fc.record({ kind: fc.constant('move' as const), dx: fc.integer({ min: -50, max: 50 }), dy: fc.nat(50) }),
  fc.constant({ kind: 'duplicate' as const }),
  fc.constant({ kind: 'remove' as const }),
  fc.record({
    kind: fc.constant('flag' as const),
    flag: fc.constantFrom('wheelchair' as const, 'ladies' as const, 'aisle' as const),
    isOn: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('zone' as const), category: fc.constantFrom('Standard', 'Near') }),
  fc.record({ kind: fc.constant('number' as const), numbering }),
  fc.record({ kind: fc.constant('label' as const), naming }),
  fc.record({ kind: fc.constant('reshape' as const), shape }),
  fc.record({ kind: fc.constant('aisle' as const), width: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('add-zone' as const), name: fc.constantFrom('Near', 'Far') }),
  fc.record({
    kind: fc.constant('set-zone' as const),
    zone: fc.nat(2),
    set: fc.constantFrom({ name: 'Near' }, { color: '#123456' }),
  }),
  fc.record({
    kind: fc.constant('fix' as const),
    code: fc.constantFrom(
      'repeated-name' as const,
      'overlap' as const,
      'off-canvas' as const,
      'unused-category' as const,
    ),
  }),
)
/** A change, or the choice of every nth seat or of shapes. */
const step = fc.oneof(
  { weight: 3, arbitrary: change },
  {
    weight: 1,
    arbitrary: fc.record({ every: fc.integer({ min: 1, max: 7 }), areas: fc.subarray([0, 1, 5]) }),
  },
)
const template = fc.constantFrom(...templates)
const steps = fc.array(step, { maxLength: 12 })

function stepped(
  edit: PlanEdit,
  one: Change | { readonly every: number; readonly areas: readonly number[] },
) {
  if ('kind' in one) return after(edit, one)
  const seats = new Set(seatsNow(edit).flatMap(({ uuid }, at) => (at % one.every === 0 ? [uuid] : [])))
  return edited(edit, { kind: 'choose', chosen: { seats, areas: new Set(one.areas) } })
}

const undo: Action = { kind: 'undo' }
const redo: Action = { kind: 'redo' }

propertyTest.prop([template, steps], { numRuns: 200 })(
  '[L4] undoing everything restores the plan exactly, and doing it all again what it had become',
  (from, all) => {
    const begin = begun(from)
    const end = all.reduce(stepped, begin)
    const back = end.past.reduce<PlanEdit>((edit) => edited(edit, undo), end)
    expect(back.draft).toEqual(begin.draft)
    expect(back.past).toEqual([])
    const again = back.future.reduce<PlanEdit>((edit) => edited(edit, redo), back)
    expect(again.draft).toEqual(end.draft)
    expect(again.past.length).toBe(end.past.length)
  },
)

propertyTest.prop([template, steps], { numRuns: 200 })(
  '[L4] a drawn plan goes out to a file and comes back the same: seats, marks, places, zones, shapes, paper',
  (from, all) => {
    const { draft } = all.reduce(stepped, begun(from))
    const mended = after(
      beginEdit(draft),
      { kind: 'fix', code: 'overlap' },
      { kind: 'fix', code: 'off-canvas' },
      { kind: 'fix', code: 'unknown-category' },
    ).draft
    fc.pre(isImportable(examine(mended)))
    const full = { ...mended, sections: mended.sections.filter(({ rows }) => rows.length > 0) }
    const shapes = mended.sections.flatMap(({ areas }) => areas)
    const plan = makePlan(
      { ...full, sections: full.sections.map((one, at) => ({ ...one, areas: at === 0 ? shapes : [] })) },
      planId,
    )
    const { draft: read, findings } = readPlanFile(writeSeatList(mended))
    expect(findings.filter(({ code }) => code === 'malformed' || code === 'ignored-keys')).toEqual([])
    if (!read) throw new Error('does not read')
    expect(makePlan(read, planId)).toEqual(plan)
    // A plan keeps no radius per seat: where seats nearly touch, a copy draws them as small as needed.
    const copy = makePlan(beginEdit(draftOfPlan(plan)).draft, planId)
    expect({ ...copy, seatRadius: 0 }).toEqual({ ...plan, seatRadius: 0 })
  },
)

propertyTest.prop([template, steps], { numRuns: 100 })(
  '[L4] no change gives two seats one id, or leaves a row without seats',
  (from, all) => {
    const end = all.reduce(stepped, begun(from))
    const ids = seatsNow(end).map(({ uuid }) => uuid)
    expect(new Set(ids).size).toBe(ids.length)
    expect(end.draft.sections.flatMap(({ rows }) => rows).filter(({ seats }) => seats.length === 0)).toEqual(
      [],
    )
    expect([...end.chosen.seats].every((seat) => ids.includes(seat))).toBe(true)
  },
)

test('[L4] with nothing to undo or redo, nothing happens; a new change forgets what was undone', () => {
  const begin = begun('hall')
  expect(edited(begin, undo)).toBe(begin)
  expect(edited(begin, redo)).toBe(begin)
  const changed = after(begin, { kind: 'rename', name: 'Hall' })
  const other = after(edited(changed, undo), { kind: 'rename', name: 'House' })
  expect(other.future).toEqual([])
  expect(other.draft.name).toBe('House')
})

test('[L4] a change that changes nothing is no step', () => {
  const begin = begun('hall')
  expect(after(begin, { kind: 'remove' })).toBe(begin)
  expect(after(choosing(begin, 'Lower A1'), { kind: 'move', dx: 0, dy: 0 }).past).toEqual([])
  expect(after(begin, { kind: 'remove-section', section: 0 })).toBe(begin)
})

test('[L4] a plan without any section gets one to put rows into', () => {
  const { draft } = beginEdit({ name: '', width: 1, height: 1, categories: [], sections: [] })
  expect(draft.sections).toEqual([{ name: '', kind: 'seats', rows: [], areas: [] }])
})

test.for(templates)(
  '[L4] [L1] the template %s has nothing for the doctor to mend, but that a blank one is empty',
  (from) => {
    const codes = examine(begun(from).draft).map(({ code }) => code)
    expect(codes).toEqual(from === 'blank' ? ['empty', 'unused-category'] : ['category-without-price'])
  },
)

test('[L1] [L2] the coach has ten rows of 2+2, the sleeper two decks of 2+1 side by side', () => {
  expect(seatsNow(begun('coach')).length).toBe(40)
  const { draft } = begun('sleeper')
  expect(draft.sections.map(({ name: deck, rows }) => [deck, rows.length])).toEqual([
    ['Lower', 12],
    ['Upper', 12],
  ])
  const [lower, upper] = draft.sections.map(({ rows }) =>
    rows.flatMap(({ seats }) => seats.map(({ x }) => x)),
  )
  expect(Math.max(...(lower ?? []))).toBeLessThan(Math.min(...(upper ?? [])))
})
