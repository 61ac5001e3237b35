import { expect, test } from 'vitest'
import { examine } from '../plan-import/doctor.ts'
import type { DraftSeat, FindingCode, PlanDraft } from '../plan-import/draft.ts'
import { makePlan } from '../seat-plan/make-plan.ts'
import type { PlanId } from '../ids.ts'
import { fixed, isFixable } from './fix-plan.ts'
import { namesOf } from './plan-edit.fixture.ts'

const seat = (number: string, x: number, more: Partial<DraftSeat> = {}): DraftSeat => ({
  uuid: `${number}-${x}`,
  guid: '',
  number,
  x,
  y: 50,
  radius: 10,
  category: 'Near',
  flags: [],
  ...more,
})
const draft = (...rows: (readonly DraftSeat[])[]): PlanDraft => ({
  name: 'Hall',
  width: 400,
  height: 100,
  categories: [{ name: 'Near', color: '#aa0000' }],
  sections: [
    { name: 'Stalls', kind: 'seats', rows: rows.map((seats) => ({ label: 'A', seats })), areas: [] },
  ],
})

const sick: Readonly<Partial<Record<FindingCode, PlanDraft>>> = {
  'repeated-uuid': draft([
    seat('1', 50, { uuid: 'x' }),
    seat('2', 80, { uuid: 'x' }),
    seat('3', 110, { uuid: 'seat-4' }),
  ]),
  'repeated-guid': draft([seat('1', 50, { guid: 'g' }), seat('2', 80, { guid: 'g' })]),
  'repeated-name': draft([seat('1', 50), seat('7', 80), seat('B', 110)], [seat('1', 140), seat('7', 170)]),
  overlap: draft([seat('1', 50), seat('2', 55), seat('3', 60), seat('4', 390), seat('5', 395)]),
  'off-canvas': draft([seat('1', -50), seat('2', 500)]),
  'unknown-category': draft([seat('1', 50, { category: '' }), seat('2', 80, { category: 'Far' })]),
  'unused-category': {
    ...draft([seat('1', 50)]),
    categories: [
      { name: 'Near', color: '#aa0000' },
      { name: 'Far', color: '#00aa00' },
    ],
  },
  'stacked-sections': {
    ...draft([seat('1', 50)]),
    sections: ['Stalls', 'Balcony'].map((name) => ({
      name,
      kind: 'seats' as const,
      rows: [{ label: 'A', seats: [seat('1', 50, { uuid: name })] }],
      areas: [],
    })),
  },
}

test.for(Object.entries(sick))(
  '[L4] %s is mended in one step: no seat is lost, and nothing else is wrong then',
  ([code, plan]) => {
    const found = code as FindingCode
    expect(examine(plan).map((finding) => finding.code)).toContain(found)
    if (!isFixable(found)) throw new Error('no way to mend it')
    const mended = fixed(plan, found)
    expect(examine(mended).map((finding) => finding.code)).toEqual(
      found === 'unknown-category'
        ? ['category-without-price', 'category-without-price']
        : ['category-without-price'],
    )
    expect(namesOf(mended).length).toBe(namesOf(plan).length)
    expect(makePlan(mended, 1 as PlanId).count).toBe(namesOf(plan).length)
  },
)

test('[L4] a number that is there twice becomes the next beyond the largest, also across the parts of a row', () => {
  const plan = sick['repeated-name'] ?? draft()
  expect(namesOf(fixed(plan, 'repeated-name'))).toEqual(
    ['A1', 'A7', 'AB', 'A8', 'A9'].map((name) => `Stalls ${name}`),
  )
})

test('[L4] numbers of other rows do not count', () => {
  const [row] = draft([seat('1', 50), seat('1', 80)]).sections[0]?.rows ?? []
  const rows = [...(row ? [row] : []), { label: 'B', seats: [seat('9', 50, { y: 90 })] }]
  const plan = draft()
  const two = { ...plan, sections: plan.sections.map((section) => ({ ...section, rows })) }
  expect(namesOf(fixed(two, 'repeated-name'))).toEqual(['Stalls A1', 'Stalls A2', 'Stalls B9'])
})

test('[L4] a plan that declares no zone gets the usual one', () => {
  const plan = { ...draft([seat('1', 50, { category: '' })]), categories: [] }
  expect(fixed(plan, 'unknown-category').categories.map(({ name }) => name)).toEqual(['Standard'])
})

test('[L4] what a person has to decide is not mended by itself', () => {
  expect(isFixable('category-without-price')).toBe(false)
  expect(isFixable('empty')).toBe(false)
})
