import { expect, test } from 'vitest'
import { areasOf, boxOfAll, everySeat, wholeRows } from './chosen.ts'
import { after, begun, choosing, namesOf, seatsNow } from './plan-edit.fixture.ts'
import { edited, type PlanEdit } from './plan-edit.ts'

const straight = { seats: 4, pitch: 24, curve: 0 }
const plain = { style: 'numbers', from: 1, order: 'ascending', step: 'all' } as const
const newRows = {
  kind: 'add-rows',
  section: 0,
  rows: 2,
  rowPitch: 32,
  shape: straight,
  naming: { style: 'letters', from: 1 },
  numbering: plain,
  category: 'Standard',
} as const

/** Two rows of four: A1 … B4. */
const small = () => after(begun('blank'), newRows)
const numbersOf = (edit: PlanEdit) => seatsNow(edit).map(({ number }) => number)
const zonesOf = ({ draft }: PlanEdit) => draft.categories.map(({ name }) => name)

test('[L4] rows come as a grid, named and numbered, and are chosen; the next ones stand below', () => {
  const once = small()
  expect(namesOf(once.draft)).toEqual(
    ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4'].map((seat) => `Lower ${seat}`),
  )
  expect(once.chosen.seats.size).toBe(8)
  const twice = after(once, {
    ...newRows,
    naming: { style: 'letters', from: 3 },
    shape: { ...straight, curve: 50 },
  })
  const [above, below] = [seatsNow(twice).slice(0, 8), seatsNow(twice).slice(8)]
  expect(Math.min(...below.map(({ y }) => y))).toBeGreaterThan(Math.max(...above.map(({ y }) => y)) + 20)
  expect(twice.draft.height).toBeGreaterThan(boxOfAll(twice.draft).bottom)
})

test('[L4] sections: no two of one name, the last one stays, shapes outlive theirs', () => {
  const two = after(
    begun('coach'),
    { kind: 'add-section', name: 'Upper' },
    { kind: 'add-section', name: 'Upper' },
  )
  expect(two.draft.sections.map(({ name }) => name)).toEqual(['Lower', 'Upper'])
  expect(after(two, { kind: 'rename-section', section: 1, name: 'Lower' })).toBe(two)
  const named = after(two, { kind: 'rename-section', section: 1, name: 'Roof' })
  expect(named.draft.sections.map(({ name }) => name)).toEqual(['Lower', 'Roof'])
  const left = after(named, { kind: 'remove-section', section: 0 })
  expect(left.draft.sections.map(({ name }) => name)).toEqual(['Roof'])
  expect(areasOf(left.draft)).toEqual(areasOf(two.draft))
})

test('[L4] [L1] a table has its chairs around it, the next one a name of its own', () => {
  const tables = [4, 12].map((seats) => ({ kind: 'add-table', section: 0, seats }) as const)
  const edit = after(begun('blank'), ...tables)
  expect(edit.draft.sections[0]?.rows.map(({ label, seats }) => [label, seats.length])).toEqual([
    ['T1', 4],
    ['T2', 12],
  ])
  expect(areasOf(edit.draft).map(({ shape, text }) => [shape, text])).toEqual([
    ['circle', 'T1'],
    ['circle', 'T2'],
  ])
  expect([edit.chosen.seats.size, edit.chosen.areas.size]).toEqual([12, 1])
  expect(
    seatsNow(after({ ...edit, draft: { ...edit.draft, categories: [] } }, tables[0] ?? newRows)).at(-1)
      ?.category,
  ).toBe('Standard')
})

test('[L4] [L6] people stand in a section of their own, as many places as were asked for', () => {
  const edit = after(begun('blank'), { kind: 'add-places', name: 'Floor', places: 50 })
  expect(edit.draft.sections.map(({ name, kind }) => [name, kind])).toEqual([
    ['Lower', 'seats'],
    ['Floor', 'standing'],
  ])
  expect(numbersOf(edit)).toEqual(Array.from({ length: 50 }, (_, index) => String(index + 1)))
  const again = after(edit, { kind: 'add-places', name: 'Floor', places: 5 })
  expect(again.draft.sections.map(({ name }) => name)).toEqual(['Lower', 'Floor', 'Floor 2'])
  const bare = { ...edit, draft: { ...edit.draft, categories: [] } }
  expect(seatsNow(after(bare, { kind: 'add-places', name: 'Pit', places: 2 })).at(-1)?.category).toBe(
    'Standard',
  )
})

test('[L4] a stage stands above all there is, other shapes below; a shape is changed where it is chosen', () => {
  const shapes = (['stage', 'rectangle', 'ellipse', 'word'] as const).map(
    (shape) => ({ kind: 'add-shape', shape, text: shape }) as const,
  )
  const edit = after(small(), ...shapes)
  const [stage, box, round, word] = areasOf(edit.draft)
  expect(stage?.y).toBeLessThan(Math.min(...seatsNow(edit).map(({ y }) => y)))
  for (const area of [box, round, word])
    expect(area?.y).toBeGreaterThan(Math.max(...seatsNow(edit).map(({ y }) => y)))
  const turned = after(edit, { kind: 'set-shape', set: { rotation: 45, text: 'Bar' } })
  expect(areasOf(turned.draft).map(({ text, rotation }) => [text, rotation])).toEqual([
    ['stage', 0],
    ['rectangle', 0],
    ['ellipse', 0],
    ['Bar', 45],
  ])
  expect(areasOf(after(begun('blank'), ...shapes).draft)[0]?.y).toBeGreaterThan(0)
})

test('[L4] what is chosen moves, seats and shapes, and nothing else', () => {
  const drawn = after(small(), { kind: 'add-shape', shape: 'word', text: 'Bar' })
  const both = edited(choosing(drawn, 'Lower A1'), {
    kind: 'choose',
    chosen: { seats: choosing(drawn, 'Lower A1').chosen.seats, areas: new Set([0]) },
  })
  const moved = after(both, { kind: 'move', dx: 4, dy: -8 })
  const steps = seatsNow(moved).map((seat, at) => [
    seat.x - (seatsNow(both)[at]?.x ?? 0),
    seat.y - (seatsNow(both)[at]?.y ?? 0),
  ])
  expect(steps).toEqual([[4, -8], ...Array.from({ length: 7 }, () => [0, 0])])
  expect(areasOf(moved.draft)[0]?.y).toBe((areasOf(both.draft)[0]?.y ?? 0) - 8)
  const gone = after(moved, { kind: 'remove' })
  expect([seatsNow(gone).length, areasOf(gone.draft).length, gone.chosen.seats.size]).toEqual([7, 0, 0])
})

test('[L4] a row that loses all of its seats is gone', () => {
  const left = after(choosing(small(), 'Lower A1', 'Lower A2', 'Lower A3', 'Lower A4'), { kind: 'remove' })
  expect(left.draft.sections[0]?.rows.map(({ label }) => label)).toEqual(['B'])
})

test('[L3] [L4] marks and zones go onto what is chosen, and come off again', () => {
  const one = choosing(small(), 'Lower B2')
  const marked = after(
    one,
    { kind: 'flag', flag: 'wheelchair', isOn: true },
    { kind: 'zone', category: 'Near' },
  )
  expect(
    seatsNow(marked)
      .filter(({ flags }) => flags.includes('wheelchair'))
      .map(({ number }) => number),
  ).toEqual(['2'])
  expect(seatsNow(marked).filter(({ category }) => category === 'Near').length).toBe(1)
  const plainAgain = after(marked, { kind: 'flag', flag: 'wheelchair', isOn: false })
  expect(seatsNow(plainAgain).every(({ flags }) => flags.length === 0)).toBe(true)
})

test('[L4] copies stand below under the next names, the parts of a row still one; shapes are copied with them', () => {
  const coach = begun('coach')
  const row = choosing(coach, 'Lower 10A', 'Lower 10B', 'Lower 10C', 'Lower 10D')
  const copied = after(row, { kind: 'duplicate' })
  expect(namesOf(copied.draft).slice(40)).toEqual(['11A', '11B', '11C', '11D'].map((seat) => `Lower ${seat}`))
  expect(copied.chosen.seats.size).toBe(4)
  // As far below as the coach's rows are apart; the first row has none above it to measure from.
  expect((seatsNow(copied).at(-1)?.y ?? 0) - (seatsNow(row).at(-1)?.y ?? 0)).toBe(48)
  const first = after(choosing(small(), 'Lower A1'), { kind: 'duplicate' })
  expect(seatsNow(first).length).toBe(9)
  expect((seatsNow(first).at(-1)?.y ?? 0) - (seatsNow(first)[0]?.y ?? 0)).toBe(32)
  const shape = edited(coach, { kind: 'choose', chosen: { seats: new Set(), areas: new Set([1]) } })
  const two = after(shape, { kind: 'duplicate' })
  expect(areasOf(two.draft).length).toBe(areasOf(coach.draft).length + 1)
  expect([...two.chosen.areas]).toEqual([areasOf(coach.draft).length])
})

test('[L3] [L4] an aisle opens right of what is chosen, through every part of the row, and marks both its sides', () => {
  const open = after(choosing(small(), 'Lower A2'), { kind: 'aisle', width: 20 })
  const xs = seatsNow(open).map(({ x }) => x)
  const gaps = xs.slice(1).map((x, at) => x - (xs[at] ?? 0))
  expect(gaps.slice(0, 3)).toEqual([24, 44, 24])
  expect(gaps.slice(4)).toEqual([24, 24, 24])
  expect(seatsNow(open).map(({ flags }) => flags.length)).toEqual([0, 1, 1, 0, 0, 0, 0, 0])
  const wider = after(choosing(open, 'Lower A2'), { kind: 'aisle', width: 20 })
  expect(seatsNow(wider).map(({ flags }) => flags.length)).toEqual([0, 1, 1, 0, 0, 0, 0, 0])
  const last = choosing(open, 'Lower A4')
  expect(after(last, { kind: 'aisle', width: 20 }).draft).toEqual(last.draft)
  const coach = after(choosing(begun('coach'), 'Lower 1A'), { kind: 'aisle', width: 20 })
  const shift = seatsNow(coach)
    .slice(0, 4)
    .map(({ x }, at) => x - (seatsNow(begun('coach'))[at]?.x ?? 0))
  expect(shift).toEqual([0, 20, 20, 20])
})

test('[L4] a row is laid anew about its middle: seats that stay keep their marks, new ones go on from the last', () => {
  const marked = after(choosing(small(), 'Lower A1'), { kind: 'flag', flag: 'ladies', isOn: true })
  const longer = after(marked, { kind: 'reshape', shape: { ...straight, seats: 6 } })
  expect(namesOf(longer.draft).slice(0, 6)).toEqual(
    ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((seat) => `Lower ${seat}`),
  )
  expect(
    seatsNow(longer)
      .map(({ flags }) => flags.length)
      .slice(0, 6),
  ).toEqual([1, 0, 0, 0, 0, 0])
  const shorter = after(longer, { kind: 'reshape', shape: { ...straight, seats: 3, pitch: 30, curve: 20 } })
  expect(namesOf(shorter.draft).slice(0, 3)).toEqual(['A1', 'A2', 'A3'].map((seat) => `Lower ${seat}`))
  const middle = (edit: PlanEdit, seats: number) =>
    seatsNow(edit)
      .slice(0, seats)
      .reduce((sum, { x }) => sum + x, 0) / seats
  expect(middle(shorter, 3)).toBeCloseTo(middle(marked, 4))
})

test.for([
  ['letters', 2, ['A', 'B', 'C', 'D']],
  ['letters', 26, ['Y', 'Z', 'Z+1', 'Z+2']],
] as const)('[L4] new seats of a row numbered by %s go on in its way', ([style, , expected]) => {
  const from = expected[0] === 'A' ? 1 : 25
  const row = after(begun('blank'), {
    ...newRows,
    rows: 1,
    shape: { ...straight, seats: 2 },
    numbering: { ...plain, style, from },
  })
  expect(numbersOf(after(row, { kind: 'reshape', shape: straight }))).toEqual(expected)
})

test('[L4] chosen rows are named from the front, and numbered through their parts', () => {
  const coach = begun('coach')
  const two = choosing(coach, 'Lower 1A', 'Lower 1C', 'Lower 2A', 'Lower 2C')
  const named = after(two, { kind: 'label', naming: { style: 'letters', from: 1 } })
  expect(named.draft.sections[0]?.rows.slice(0, 6).map(({ label }) => label)).toEqual([
    'A',
    'A',
    'B',
    'B',
    '3',
    '3',
  ])
  const numbered = after(named, { kind: 'number', numbering: { ...plain, order: 'descending' } })
  expect(numbersOf(numbered).slice(0, 9)).toEqual(['4', '3', '2', '1', '4', '3', '2', '1', 'A'])
})

test('[L4] price zones: a name is taken once, a new name goes with its seats', () => {
  const two = after(small(), { kind: 'add-zone', name: 'Near' }, { kind: 'add-zone', name: 'Near' })
  expect(zonesOf(two)).toEqual(['Standard', 'Near'])
  expect(after(two, { kind: 'set-zone', zone: 1, set: { name: 'Standard' } })).toBe(two)
  expect(after(two, { kind: 'set-zone', zone: 7, set: { name: 'Far' } })).toBe(two)
  const near = after(choosing(two, 'Lower A1'), { kind: 'zone', category: 'Near' })
  const dear = after(near, { kind: 'set-zone', zone: 1, set: { name: 'Dear' } })
  expect(
    seatsNow(dear)
      .map(({ category }) => category)
      .slice(0, 2),
  ).toEqual(['Dear', 'Standard'])
  const named = after(two, { kind: 'set-zone', zone: 0, set: { name: 'Far', color: '#123456' } })
  expect(named.draft.categories[0]).toEqual({ name: 'Far', color: '#123456' })
  expect(seatsNow(named).every(({ category }) => category === 'Far')).toBe(true)
})

test('[L4] a seat stands for its whole row with all of its parts, or all are chosen at once', () => {
  const one = choosing(begun('coach'), 'Lower 3B')
  const row = wholeRows(one.draft, one.chosen)
  expect(
    seatsNow(one)
      .filter(({ uuid }) => row.seats.has(uuid))
      .map(({ number }) => number),
  ).toEqual(['A', 'B', 'C', 'D'])
  expect(everySeat(one.draft).seats.size).toBe(40)
})
