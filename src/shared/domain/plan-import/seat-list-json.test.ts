import { expect, test } from 'vitest'
import { expected } from './expected.ts'
import { readPlanFile } from './read-plan-file.ts'
import { isImportable } from './tally.ts'

const hall = {
  id: 'hall',
  name: 'Small hall',
  categories: [{ name: 'Near', color: '#aa0000' }],
  sections: [
    {
      id: 's',
      name: 'Stalls',
      seats: [
        { id: 's-1', row: 'A', number: 1, x: 100, y: 50, category: 'Near', flags: ['wheelchair', 'aisle'] },
        { id: 's-2', row: 'A', number: 2, x: 128, y: 50, category: 'Far', kind: 'companion' },
      ],
    },
    { name: 'Floor', kind: 'standing', seats: [{ id: 'f', row: '', places: 12, x: 300, y: 50 }] },
  ],
}
const read = (value: unknown) => readPlanFile(JSON.stringify(value))

test('[L4] the JSON form says of a seat what a line of a table says', () => {
  const { draft, findings } = read(hall)
  expect(isImportable(findings)).toBe(true)
  expect(draft?.name).toBe('Small hall')
  expect(draft?.categories.map(({ name, color }) => [name, color.length])).toEqual([
    ['Near', 7],
    ['Far', 7],
    ['Standard', 7],
  ])
  expect(draft?.sections.map(({ name, kind }) => [name, kind])).toEqual([
    ['Stalls', 'seats'],
    ['Floor', 'standing'],
  ])
  expect(draft?.sections[0]?.rows[0]?.seats.map(({ number, flags }) => [number, flags])).toEqual([
    ['1', ['wheelchair', 'aisle']],
    ['2', ['companion']],
  ])
  expect(draft?.sections[1]?.rows.flatMap(({ seats }) => seats).length).toBe(12)
})

test('[L4] what is wrong is named with its path', () => {
  const [stalls] = hall.sections
  const broken = {
    ...hall,
    sections: [{ ...stalls, kind: 'lying', seats: [{ row: 'A', x: 'left', y: 5 }, 7] }],
  }
  const { draft, findings } = read(broken)
  expect(draft).toBeNull()
  expect(findings.flatMap(({ about, places }) => places.map(({ path }) => `${path}: ${about}`))).toEqual([
    `sections[0].kind: ${expected.sectionKind}`,
    `sections[0].seats[0].number: ${expected.seatNumber}`,
    `sections[0].seats[0].x: ${expected.number}`,
    `sections[0].seats[1]: ${expected.object}`,
  ])
})

test.for([[''], [null], [{}], [undefined]])(
  '[L4] a seat whose number is %o is told as one without',
  ([number]) => {
    const seats = [{ row: 'A', x: 1, y: 5, number }]
    const { findings } = read({ ...hall, sections: [{ ...hall.sections[0], seats }] })
    expect(findings.flatMap(({ places }) => places.map(({ path }) => path))).toContain(
      'sections[0].seats[0].number',
    )
  },
)

test('[L4] on paper of a known size nothing is moved, whichever radius a seat has; shapes come with it', () => {
  const areas = [{ shape: 'text', text: 'Bar', position: { x: 5, y: 5 } }]
  const { draft, findings } = read({ ...hall, size: { width: 640, height: 480 }, areas })
  expect(isImportable(findings)).toBe(true)
  expect([draft?.width, draft?.height]).toEqual([640, 480])
  expect(draft?.sections[0]?.rows[0]?.seats.map(({ x, y }) => [x, y])).toEqual([
    [100, 50],
    [128, 50],
  ])
  expect(draft?.sections.map((section) => section.areas.map(({ text }) => text))).toEqual([['Bar'], []])
})

test('[V9] a size that is none, a seat without a place on it, and a radius beyond any are said or bounded', () => {
  expect(read({ ...hall, size: 7 }).findings.map(({ code, about }) => [code, about])).toContainEqual([
    'malformed',
    expected.object,
  ])
  const [stalls] = hall.sections
  const seats = [
    { row: 'A', number: 1, x: 50, y: 50, radius: 900_000 },
    { row: 'A', number: 2, x: 900, y: 50, radius: 0.01 },
  ]
  const { draft } = read({ ...hall, size: { width: 900, height: 90 }, sections: [{ ...stalls, seats }] })
  expect(draft?.sections[0]?.rows[0]?.seats.map(({ radius }) => radius)).toEqual([128, 1])
  const lost = [
    { row: 'A', number: 1, x: 50, y: 50 },
    { row: 'A', number: 2 },
  ]
  const { findings } = read({
    ...hall,
    size: { width: 900, height: 90 },
    sections: [{ ...stalls, seats: lost }],
  })
  expect(findings.map(({ about }) => about)).toContain(expected.placeToo)
})

test('[V9] more places than a house has are refused, shapes or not', () => {
  const seats = [
    { row: '', kind: 'standing', places: 100_000 },
    { row: '', number: 2 },
  ]
  const { draft } = read({ ...hall, sections: [{ name: 'Floor', seats }] })
  expect(draft).toBeNull()
})
